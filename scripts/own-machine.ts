import type { Connect } from "vite";

/**
 * Refuses whoever asks from another machine: the dev server listens to the whole network, shows what is not published yet,
 * and gives away every file of the project.
 */
export const ownMachineOnly: Connect.NextHandleFunction = (request, response, next) => {
  if (isOwnMachine(request.socket.remoteAddress)) next();
  else
    response
      .writeHead(403, { "content-type": "text/plain; charset=utf-8" })
      .end("Trang xem thử chỉ mở được trên chính máy đang chạy nó. Cho máy khác xem: npm run build.\n");
};

function isOwnMachine(address = ""): boolean {
  return /^(::1$|(::ffff:)?127\.)/.test(address);
}
