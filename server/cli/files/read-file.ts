import { readFileSync } from "node:fs";

export type ReadFile = { readonly bytes: Buffer } | { readonly failed: string };

/** Reads a whole file; a failure is explained in a sentence that names the file as it was given. */
export function readFile(absolute: string, shown: string): ReadFile {
  try {
    return { bytes: readFileSync(absolute) };
  } catch (error) {
    return { failed: `cannot read "${shown}": ${systemReason(error)}` };
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "it does not exist",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of the path is a file, not a folder",
  ENOSPC: "no space is left on the device",
  EDQUOT: "the disk quota is used up",
  EROFS: "the file system is read-only",
  EMFILE: "too many files are open",
  EIO: "the device reports an error",
  EFBIG: "the file would be too large",
  ETXTBSY: "the file is in use",
  EBUSY: "the file is in use",
  ERR_FS_FILE_TOO_LARGE: "the file is too large to be read at once",
};

/** What the system says about a failed reading or writing, in words. */
export function systemReason(error: unknown): string {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
  return (code === undefined ? undefined : (REASONS[code] ?? code)) ?? (error instanceof Error ? error.message : String(error));
}
