#!/usr/bin/env node
// Stands where @vscode/test-electron expects the program of VS Code, so that one runner serves the desktop and the server build.
import { register } from "tsx/esm/api";

register();
await import("./codeCommand.ts");
