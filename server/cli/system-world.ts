import { fstatSync, readSync, writeSync } from "node:fs";
import type { Sink, World } from "./world.ts";

/** The process as it is: its folder, its streams. `process.stdout` is not touched, because making that stream costs more than a short check. */
export function systemWorld(): World {
  return { cwd: process.cwd(), env: process.env, stdin: allOfStdin, readStdin, out: sink(1), err: sink(2) };
}

async function allOfStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function readStdin(into: Uint8Array): number {
  for (;;) {
    try {
      return readSync(0, into, 0, into.length, null);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      // Whoever writes into the pipe has nothing ready.
      waitAMoment();
    }
  }
}

function waitAMoment(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
}

function sink(descriptor: 1 | 2): Sink {
  let isClosed = false;
  return {
    get isTerminal() {
      return !isFileOrPipe(descriptor) && process.getBuiltinModule("node:tty").isatty(descriptor);
    },
    get isClosed() {
      return isClosed;
    },
    write: (data) => {
      if (!isClosed) isClosed = !writeAll(descriptor, typeof data === "string" ? Buffer.from(data) : data);
    },
  };
}

/** Whether it is no terminal for certain: to ask `node:tty` means to load all that sockets need, which takes a good part of a short check. */
function isFileOrPipe(descriptor: 1 | 2): boolean {
  try {
    const stats = fstatSync(descriptor);
    return stats.isFile() || stats.isFIFO() || stats.isSocket();
  } catch {
    // It is closed, or of a kind that has no such facts.
    return false;
  }
}

/** Whether there was somebody to read it. */
function writeAll(descriptor: 1 | 2, data: Uint8Array): boolean {
  let written = 0;
  while (written < data.length) {
    try {
      written += writeSync(descriptor, data, written);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      // The reader of a pipe may be slow.
      if (code === "EAGAIN") waitAMoment();
      // The reader has gone (`| head`). The other results are written all the same, and the exit code says what was found.
      else if (code === "EPIPE") return false;
      else if (descriptor === 2) process.exit(2);
      else {
        process.stderr.write(
          `scalewright: cannot write to standard output: ${code === "ENOSPC" ? "no space is left on the device" : code}\n`,
        );
        process.exit(2);
      }
    }
  }
  return true;
}
