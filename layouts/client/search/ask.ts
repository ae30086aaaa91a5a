import type { Answer } from "./engine.ts";
import type { Question } from "./worker.ts";

interface Reply {
  readonly number: number;
  readonly answer?: Answer;
  readonly error?: string;
}

const waiting = new Map<number, { fulfil: (answer: Answer) => void; reject: (error: Error) => void }>();
let worker: Worker | undefined;
let last = 0;

/** Answers a query beside the page, which stays quick while the index is read. */
export function ask(query: string): Promise<Answer> {
  worker ??= startWorker();
  const question: Question = { number: ++last, query };
  const answer = new Promise<Answer>((fulfil, reject) => waiting.set(question.number, { fulfil, reject }));
  worker.postMessage(question);
  return answer;
}

function startWorker(): Worker {
  const started = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data: { number, answer, error } }: MessageEvent<Reply>) => {
    const asked = waiting.get(number);
    waiting.delete(number);
    if (answer) asked?.fulfil(answer);
    else asked?.reject(new Error(error));
  });
  started.addEventListener("error", ({ message }) => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  });
  return started;
}
