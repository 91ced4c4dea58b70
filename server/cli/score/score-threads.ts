import type { Block, CsvStream } from "../data/csv-stream.ts";
import type { BlockOutcome, ScoreBlock } from "./block-scorer.ts";
import type { EarlyThreads, ThreadCount } from "./early-threads.ts";
import type { WorkerData, WorkerResult, WorkerTask } from "./score-worker.ts";
import { type ScoringThread, startThread } from "./scoring-thread.ts";

/** Blocks that wait for one thread, so that it never waits for the next. */
const QUEUED = 2;
/** Blocks that may be under way at all: what is read ahead of what is written. */
const AHEAD = 32;

/** So many outcomes that were written are kept, to write others into their bytes. */
const MOST_WRITTEN = 8;

export type BlockEnd = Exclude<Block, { readonly kind: "rows" }>;

/** After so many blocks this thread is as fast as it gets; the next so many tell how fast that is. */
const WARM = 24;
const MEASURED = 24;
/** Microseconds of work ahead that are worth more threads. Getting one ready takes a quarter of that, and its processor time is lost to others. */
const WORTH_THREADS = 800_000;

/**
 * Scores the blocks of a file in several threads, the main one included, and gives the outcomes in the order of the file; at last how the
 * reading ended.
 */
export async function* scoreInThreads(
  stream: CsvStream,
  { count, atOnce, size }: ThreadCount,
  early: EarlyThreads,
  data: WorkerData,
  own: ScoreBlock,
): AsyncGenerator<BlockOutcome, BlockEnd> {
  const done = new Map<number, BlockOutcome>();
  const written: Uint8Array<ArrayBuffer>[] = [];
  const crew = new Crew(data, early, ({ place, bytes, outcome }) => {
    stream.takeBack(bytes);
    done.set(place, outcome);
  });
  let end: BlockEnd | undefined;
  let handedOut = 0;
  let bytesHandedOut = 0;
  let warmSince = { time: 0, bytes: 0 };
  let inThreads = atOnce;
  let given = 0;
  const nextBlock = (): WorkerTask | undefined => {
    if (end !== undefined || handedOut - given > AHEAD) return undefined;
    const block = stream.next();
    if (block.kind !== "rows") {
      end = block;
      return undefined;
    }
    bytesHandedOut += block.bytes.length;
    return { place: handedOut++, bytes: block.bytes, room: written.pop() };
  };
  try {
    for (;;) {
      if (inThreads) crew.start(count - 1);
      crew.handOut(nextBlock);
      const outcome = done.get(given);
      if (outcome !== undefined) {
        done.delete(given++);
        yield outcome;
        // It is written now.
        if (written.length < MOST_WRITTEN) written.push(outcome.bytes);
        continue;
      }
      const task = nextBlock();
      if (task !== undefined) {
        if (task.place === WARM) warmSince = { time: processorTime(), bytes: bytesHandedOut };
        if (task.place === WARM + MEASURED) inThreads ||= (size - bytesHandedOut) * timeOfByte(warmSince, bytesHandedOut) > WORTH_THREADS;
        done.set(task.place, own(task.bytes, task.room));
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

/** Microseconds that a byte has taken since then. */
function timeOfByte(since: { readonly time: number; readonly bytes: number }, bytes: number): number {
  return (processorTime() - since.time) / Math.max(bytes - since.bytes, 1);
}

/** Of this program, in microseconds: on a busy machine the clock would say nothing about the work. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** The threads beside the main one. */
class Crew {
  readonly #data: WorkerData;
  readonly #early: EarlyThreads;
  readonly #done: (result: WorkerResult) => void;
  readonly #workers: { readonly thread: ScoringThread; waiting: number }[] = [];
  #failed: Error | undefined;
  #wake: () => void = () => undefined;

  constructor(data: WorkerData, early: EarlyThreads, done: (result: WorkerResult) => void) {
    this.#data = data;
    this.#early = early;
    this.#done = done;
  }

  /** Starts so many threads where they are not there yet. */
  start(count: number): void {
    while (this.#workers.length < count) {
      const worker = { thread: this.#early.take() ?? startThread(), waiting: 0 };
      this.#workers.push(worker);
      const done = (result: WorkerResult): void => {
        worker.waiting--;
        this.#done(result);
        this.#wake();
      };
      worker.thread.begin(this.#data, done, (error) => {
        this.#failed = error;
        this.#wake();
      });
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
        worker.thread.score(task);
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
    for (const { thread } of this.#workers) thread.end();
  }
}
