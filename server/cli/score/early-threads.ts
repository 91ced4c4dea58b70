import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import type { Arguments } from "../arguments.ts";
import type { World } from "../world.ts";
import { type ScoringThread, startThread } from "./scoring-thread.ts";

/** Threads that get ready while the instrument is still being read and checked. */
export interface EarlyThreads {
  /** One of them, to be used and ended by whoever takes it. */
  take(): ScoringThread | undefined;
  /** Ends those that nobody took. */
  dismiss(): void;
}

/** A file of so many bytes is worth a second thread whatever it takes to start one, and however fast it is scored. */
const LARGE = 1 << 28;

/** How many threads score a file, the main one included; at once, or only if its scoring turns out to take long. */
export interface ThreadCount {
  readonly count: number;
  readonly atOnce: boolean;
  /** Bytes of the file. */
  readonly size: number;
}

export function threadCount(given: Arguments, size: number): ThreadCount {
  const wanted = given.whole("threads");
  // Standard input counts as endless, and is mostly short.
  return { count: wanted ?? availableParallelism(), atOnce: wanted !== undefined || (Number.isFinite(size) && size > LARGE), size };
}

/** Starts threads for a large file at the very beginning; none for anything else, and where people are looked at one by one. */
export function earlyThreads(given: Arguments, dataFile: string, world: World): EarlyThreads {
  const { count } = threadCount(given, 0);
  const oneByOne = given.text("trace") !== undefined || given.text("groups") !== undefined || given.flag("summary");
  const threads = oneByOne || !isLargeText(resolve(world.cwd, dataFile)) ? [] : Array.from({ length: count - 1 }, startThread);
  return {
    take: () => threads.pop(),
    dismiss: () => {
      for (const thread of threads.splice(0)) thread.end();
    },
  };
}

/** A file that is not there is explained when it is opened. */
function isLargeText(file: string): boolean {
  if (/\.(xlsx|sav)$/i.test(file)) return false;
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size > LARGE;
}
