import { type Engine, loadEngine } from "./engine.ts";

/** A query, numbered so that its answer can be told from others. */
export interface Question {
  readonly number: number;
  readonly query: string;
}

let engine: Promise<Engine> | undefined;

addEventListener("message", async ({ data: { number, query } }: MessageEvent<Question>) => {
  try {
    engine ??= loadEngine(import.meta.env.BASE_URL);
    postMessage({ number, answer: await (await engine).search(query) });
  } catch (error) {
    engine = undefined;
    postMessage({ number, error: String(error) });
  }
});
