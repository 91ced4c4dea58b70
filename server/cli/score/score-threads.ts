import { Worker } from "node:worker_threads";
import type { Block, CsvStream } from "../data/csv-stream.ts";
import type { BlockOutcome } from "./block-scorer.ts";
import { SCORE_WORKER, type WorkerData, type WorkerResult, type WorkerTask } from "./score-worker.ts";

/** Blocks that wait for one thread, so that it never waits for the next. */
const QUEUED = 2;
/** Blocks that may be under way at all: what is read ahead of what is written. */
const AHEAD = 64;

export type BlockEnd = Exclude<Block, { readonly kind: "rows" }>;

/** Most files are scored before a second thread has started; others are worth one after so many blocks. */
const ALONE = 24;

/** Threads that are started where a file turns out to be long, or at once where the user asks for them. */
export interface Threads {
  readonly count: number;
  readonly atOnce: boolean;
}

/**
 * Scores the blocks of a file in several threads, the main one included, and gives the outcomes in the order of the file; at last how the
 * reading ended.
 */
export async function* scoreInThreads(
  stream: CsvStream,
  { count, atOnce }: Threads,
  data: WorkerData,
  own: (bytes: Uint8Array) => BlockOutcome,
): AsyncGenerator<BlockOutcome, BlockEnd> {
  const done = new Map<number, BlockOutcome>();
  const crew = new Crew(data, ({ place, bytes, outcome }) => {
    stream.takeBack(bytes);
    done.set(place, outcome);
  });
  let end: BlockEnd | undefined;
  let handedOut = 0;
  let given = 0;
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
      if (atOnce || handedOut >= ALONE) crew.start(count - 1);
      crew.handOut(nextBlock);
      const outcome = done.get(given);
      if (outcome !== undefined) {
        done.delete(given++);
        yield outcome;
        continue;
      }
      const task = nextBlock();
      if (task !== undefined) {
        done.set(task.place, own(task.bytes));
        stream.takeBack(task.bytes);
        // Messages of the threads come in only while this one waits.
        await new Promise((go) => setImmediate(go));
      } else if (end !== undefined && given === handedOut) {
        return end;
      } else {
        await crew.news();
      }
    }
  } finally {
    crew.dismiss();
  }
}

/** The threads beside the main one. */
class Crew {
  readonly #data: WorkerData;
  readonly #done: (result: WorkerResult) => void;
  readonly #workers: { readonly thread: Worker; waiting: number }[] = [];
  #failed: Error | undefined;
  #wake: () => void = () => undefined;

  constructor(data: WorkerData, done: (result: WorkerResult) => void) {
    this.#data = data;
    this.#done = done;
  }

  /** Starts so many threads where they are not there yet. */
  start(count: number): void {
    while (this.#workers.length < count) {
      const worker = { thread: startThread(this.#data), waiting: 0 };
      worker.thread.on("message", (result: WorkerResult) => {
        worker.waiting--;
        this.#done(result);
        this.#wake();
      });
      worker.thread.on("error", (error) => {
        this.#failed = error instanceof Error ? error : new Error(String(error));
        this.#wake();
      });
      this.#workers.push(worker);
    }
  }

  /** Gives blocks to threads that have nothing to wait for. */
  handOut(next: () => WorkerTask | undefined): void {
    if (this.#failed !== undefined) throw this.#failed;
    for (const worker of this.#workers) {
      while (worker.waiting < QUEUED) {
        const task = next();
        if (task === undefined) return;
        worker.waiting++;
        worker.thread.postMessage(task, [task.bytes.buffer]);
      }
    }
  }

  /** Waits until some thread is done with something, or has failed. */
  news(): Promise<void> {
    return new Promise((go) => {
      this.#wake = go;
    });
  }

  dismiss(): void {
    for (const { thread } of this.#workers) void thread.terminate();
  }
}

/** The program itself is the thread's program too; as built, by way of its start, which has its code ready. */
function startThread(data: WorkerData): Worker {
  const program = new URL(import.meta.url.endsWith(".ts") ? "../main.ts" : "../cli.js", import.meta.url);
  return new Worker(program, { argv: [SCORE_WORKER], workerData: data });
}
