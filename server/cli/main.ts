#!/usr/bin/env node
import { run } from "./run.ts";
import { systemWorld } from "./system-world.ts";

run(process.argv.slice(2), systemWorld()).then((code) => {
  process.exitCode = code;
});
