import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  type Stats,
  unlinkSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { systemReason } from "./read-file.ts";

/** A file that appears whole or not at all: it is written beside its place and renamed when it is finished. */
export interface OutputFile {
  /** Undefined where it worked, else a sentence that says why it did not; nothing of the old file is lost then. */
  write(data: string | Uint8Array): string | undefined;
  finish(): string | undefined;
  /** Removes what was written so far. */
  abandon(): void;
}

export type OpenedOutput = { readonly output: OutputFile } | { readonly failed: string };

export function openOutput(path: string, cwd: string): OpenedOutput {
  const target = realTarget(resolve(cwd, path));
  const explain = (error: unknown): string =>
    `cannot write "${path}": ${!existsSync(dirname(target)) ? "its folder does not exist" : systemReason(error)}`;
  const special = isSpecial(target);
  // Where standard output may be meant it is never opened as a file.
  if (path === "-") return { failed: 'standard output is for the result: name a file instead of "-", or "./-" for one of that name' };
  if (look(target)?.isDirectory()) return { failed: `cannot write "${path}": it is a folder` };
  const temporary = special ? target : join(dirname(target), `.${basename(target)}.${process.pid}-${unfinished.size}.tmp`);
  let descriptor: number | undefined;
  // Before there is a file, so that no moment is left in which it would be left behind.
  watchForInterruption();
  try {
    // A file that may not be written is not replaced either, which its folder would allow.
    if (existsSync(target)) accessSync(target, constants.W_OK);
    descriptor = openSync(temporary, special ? "w" : "wx", modeOf(target));
  } catch (error) {
    return { failed: explain(error) };
  }
  const close = (): void => {
    if (descriptor !== undefined) closeSync(descriptor);
    descriptor = undefined;
  };
  const abandon = (): void => {
    close();
    if (!special) removeQuietly(temporary);
    unfinished.delete(abandon);
  };
  unfinished.add(abandon);
  return {
    output: {
      write: (data) => {
        try {
          if (descriptor !== undefined) writeWhole(descriptor, typeof data === "string" ? Buffer.from(data) : data);
          return undefined;
        } catch (error) {
          abandon();
          return explain(error);
        }
      },
      finish: () => {
        try {
          if (descriptor !== undefined && fstatSync(descriptor).isFile()) fsyncSync(descriptor);
          close();
          if (!special) renameSync(temporary, target);
          unfinished.delete(abandon);
          return undefined;
        } catch (error) {
          abandon();
          return explain(error);
        }
      },
      abandon,
    },
  };
}

/** Writes a whole file at once, whole or not at all. */
export function writeOutput(path: string, cwd: string, data: string | Uint8Array): string | undefined {
  const opened = openOutput(path, cwd);
  if ("failed" in opened) return opened.failed;
  return opened.output.write(data) ?? opened.output.finish();
}

const unfinished = new Set<() => void>();

/** Removes the temporary files of outputs that were not finished: for the moment when the user interrupts the program. */
export function abandonOutputs(): void {
  for (const abandon of [...unfinished]) abandon();
}

const INTERRUPTIONS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
let watched = false;

/** Whoever interrupts the program wants no half files. */
function watchForInterruption(): void {
  if (watched) return;
  watched = true;
  for (const [signal, code] of Object.entries(INTERRUPTIONS)) {
    process.once(signal, () => {
      abandonOutputs();
      process.exit(code);
    });
  }
}

/** A link is followed, so that it stays a link and its target gets the new content. */
function realTarget(absolute: string): string {
  try {
    return realpathSync(absolute);
  } catch {
    return absolute;
  }
}

/** What is at the place now; a path that leads nowhere is explained when the file is opened. */
function look(absolute: string): Stats | undefined {
  try {
    return lstatSync(absolute, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** A device or a pipe (`/dev/stdout`) cannot be replaced by renaming: it is written to. */
function isSpecial(absolute: string): boolean {
  const stats = look(absolute);
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}

function modeOf(absolute: string): number {
  const stats = look(absolute);
  return stats?.isFile() ? stats.mode & 0o777 : 0o666;
}

function writeWhole(descriptor: number, data: Uint8Array): void {
  let written = 0;
  while (written < data.length) written += writeSync(descriptor, data, written);
}

function removeQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    // Where the temporary file is gone already there is nothing to remove.
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}
