#!/usr/bin/env node
import { run } from "./run.ts";
import { systemWorld } from "./system-world.ts";

process.exitCode = await run(process.argv.slice(2), systemWorld());
