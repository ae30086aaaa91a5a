import type { Server } from "node:http";
import { createServer } from "node:net";

/** Where a listening server is asked. */
export function originOf(server: Server, host = "127.0.0.1"): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server listens at no port");
  return `http://${host}:${address.port}`;
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((fulfil, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => fulfil(port));
    });
  });
}
