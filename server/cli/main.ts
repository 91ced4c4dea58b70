#!/usr/bin/env node
import { run } from "./run.ts";
import { systemWorld } from "./system-world.ts";

// The word of score/score-worker.ts, which is loaded only where it is said.
if (process.argv[2] === "--score-worker") {
  import("./score/score-worker.ts").then(({ runWorker }) => runWorker());
} else {
  run(process.argv.slice(2), systemWorld()).then((code) => {
    process.exitCode = code;
  });
}
