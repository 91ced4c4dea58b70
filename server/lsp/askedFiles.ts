import type { Files } from "./fileHost.ts";

/** Files that only the editor can read: in a browser, and in workspaces that lie on no disk. */
export interface AskedFiles extends Files {
  /** Whether a file has been asked for that has not come yet: what is said of a document could then be wrong. */
  readonly waiting: boolean;
  /** Ends when everything that was asked for has come. */
  settled(): Promise<void>;
  /** Asks again for those of these files that are known. Until they come the old text stands. */
  askAgain(uris: Iterable<string>): void;
}

/**
 * A file that is not known yet is asked for, and reads as missing until it has come; `arrived` is called when all that was asked for has.
 * `ask` gives null where there is no such file.
 */
export function askedFiles(ask: (uri: string) => Promise<string | null>, arrived: () => void): AskedFiles {
  const known = new Map<string, string | null>();
  const asked = new Set<string>();
  const waiters: (() => void)[] = [];

  const fetch = async (uri: string) => {
    asked.add(uri);
    known.set(uri, await ask(uri).catch(() => null));
    asked.delete(uri);
    if (asked.size > 0) return;
    // Documents are read again, which may ask for what the new files name.
    arrived();
    if (asked.size === 0) for (const waiter of waiters.splice(0)) waiter();
  };

  return {
    read(uri) {
      const text = known.get(uri);
      if (text === undefined && !asked.has(uri)) void fetch(uri);
      return text ?? undefined;
    },
    get waiting() {
      return asked.size > 0;
    },
    settled: () =>
      asked.size === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiters.push(resolve);
          }),
    askAgain(uris) {
      for (const uri of uris) if (known.has(uri) && !asked.has(uri)) void fetch(uri);
    },
  };
}
