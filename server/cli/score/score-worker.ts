import { parentPort } from "node:worker_threads";
import { type BatchOptions, batchOf } from "../../scoring/batch.ts";
import type { ReadDocument } from "../check/read-documents.ts";
import { type BlockOutcome, type BlockScorerOptions, blockScorer } from "./block-scorer.ts";
import { loadChecked } from "./load-instrument.ts";

/** What a thread is told first. */
export interface WorkerData {
  readonly document: ReadDocument;
  readonly cwd: string;
  readonly header: readonly string[];
  readonly options: BatchOptions;
  readonly block: BlockScorerOptions;
}

/** A block to score, and what came of it, by its place in the file. */
export interface WorkerTask {
  readonly place: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Bytes that the rows may be written into. */
  readonly room: Uint8Array<ArrayBuffer> | undefined;
}
export interface WorkerResult {
  readonly place: number;
  /** Of the block, given back to be used again. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly outcome: BlockOutcome;
}

/** The word that makes the program a scoring thread; of no use on a command line. */
export const SCORE_WORKER = "--score-worker";

/** Scores the blocks that it is sent until the main thread ends it. */
export function runWorker(): void {
  if (parentPort === null) throw new Error("a scoring thread was started as a program");
  const port = parentPort;
  port.once("message", (data: WorkerData) => {
    const loaded = loadChecked(data.document, data.cwd);
    const batch = batchOf(loaded.compiled, data.header, data.options);
    const score = blockScorer(loaded, batch, data.block);
    port.on("message", ({ place, bytes, room }: WorkerTask) => {
      const result: WorkerResult = { place, bytes, outcome: score(bytes, room) };
      port.postMessage(result, [result.outcome.bytes.buffer, bytes.buffer]);
    });
  });
}
