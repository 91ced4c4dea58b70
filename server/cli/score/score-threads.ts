import { Worker } from "node:worker_threads";
import type { Block, CsvStream } from "../data/csv-stream.ts";
import type { BlockOutcome } from "./block-scorer.ts";
import { SCORE_WORKER, type WorkerData, type WorkerResult, type WorkerTask } from "./score-worker.ts";

/** Blocks that wait for one thread, so that it never waits for the next. */
const QUEUED = 2;
/** Blocks that may be under way at all: what is read ahead of what is written. */
const AHEAD = 64;

export type BlockEnd = Exclude<Block, { readonly kind: "rows" }>;

/**
 * Scores the blocks of a file in several threads, the main one included, and gives the outcomes in the order of the file; at last how the
 * reading ended.
 */
export async function* scoreInThreads(
  stream: CsvStream,
  threads: number,
  data: WorkerData,
  own: (bytes: Uint8Array) => BlockOutcome,
): AsyncGenerator<BlockOutcome, BlockEnd> {
  const done = new Map<number, BlockOutcome>();
  let end: BlockEnd | undefined;
  let handedOut = 0;
  let given = 0;
  let failed: Error | undefined;
  let wake: () => void = () => undefined;
  const workers = Array.from({ length: threads - 1 }, () => {
    const worker = { thread: startThread(data), waiting: 0 };
    worker.thread.on("message", ({ place, outcome }: WorkerResult) => {
      worker.waiting--;
      done.set(place, outcome);
      wake();
    });
    worker.thread.on("error", (error) => {
      failed = error instanceof Error ? error : new Error(String(error));
      wake();
    });
    return worker;
  });
  const nextBlock = (): WorkerTask | undefined => {
    if (end !== undefined || handedOut - given > AHEAD) return undefined;
    const block = stream.next();
    if (block.kind !== "rows") {
      end = block;
      return undefined;
    }
    return { place: handedOut++, bytes: block.bytes };
  };
  try {
    for (;;) {
      if (failed !== undefined) throw failed;
      for (const worker of workers) {
        while (worker.waiting < QUEUED) {
          const task = nextBlock();
          if (task === undefined) break;
          worker.waiting++;
          worker.thread.postMessage(task, [task.bytes.buffer]);
        }
      }
      const outcome = done.get(given);
      if (outcome !== undefined) {
        done.delete(given++);
        yield outcome;
        continue;
      }
      const task = nextBlock();
      if (task !== undefined) {
        done.set(task.place, own(task.bytes));
        // Messages of the threads come in only while this one waits.
        await new Promise((go) => setImmediate(go));
      } else if (end !== undefined && given === handedOut) {
        return end;
      } else {
        await new Promise<void>((go) => {
          wake = go;
        });
      }
    }
  } finally {
    for (const { thread } of workers) void thread.terminate();
  }
}

/** The program itself is the thread's program too. */
function startThread(data: WorkerData): Worker {
  const program = new URL(import.meta.url.endsWith(".ts") ? "../main.ts" : "./main.mjs", import.meta.url);
  return new Worker(program, { argv: [SCORE_WORKER], workerData: data });
}
