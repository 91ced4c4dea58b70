import { Worker } from "node:worker_threads";
import { SCORE_WORKER, type WorkerData, type WorkerResult, type WorkerTask } from "./score-worker.ts";

/** A thread that scores blocks. It may be started before it is known what there is to score. */
export interface ScoringThread {
  /** Says what to score, and who is told of results or of a failure; before any block. */
  begin(data: WorkerData, done: (result: WorkerResult) => void, failed: (error: Error) => void): void;
  score(task: WorkerTask): void;
  end(): void;
}

export function startThread(): ScoringThread {
  const worker = new Worker(PROGRAM, { argv: [SCORE_WORKER] });
  let failure: Error | undefined;
  let report = (error: Error): void => {
    failure = error;
  };
  worker.on("error", (error) => report(error instanceof Error ? error : new Error(String(error))));
  return {
    begin: (data, done, failed) => {
      report = failed;
      if (failure !== undefined) failed(failure);
      worker.on("message", done);
      worker.postMessage(data);
    },
    score: (task) => worker.postMessage(task, task.room === undefined ? [task.bytes.buffer] : [task.bytes.buffer, task.room.buffer]),
    end: () => void worker.terminate(),
  };
}

/** The program itself is the thread's program too; as built, by way of its start, which has its code ready. */
const PROGRAM = new URL(import.meta.url.endsWith(".ts") ? "../main.ts" : "../cli.js", import.meta.url);
