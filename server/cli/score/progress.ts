import type { World } from "../world.ts";

/** How far a long work has come, on a terminal only. */
export interface Progress {
  show(rows: number): void;
  end(): void;
}

/** Nothing is shown of what takes less than this, in milliseconds, and not more often. */
const EVERY = 500;

export function progressOf(size: number, { err }: World, quiet: boolean): Progress {
  if (!err.isTerminal || quiet) return { show: () => undefined, end: () => undefined };
  let last = Date.now();
  let shown = false;
  return {
    show: (rows) => {
      if (Date.now() - last < EVERY) return;
      last = Date.now();
      shown = true;
      err.write(`\r${rows} rows scored${Number.isFinite(size) ? ` of a file of ${Math.round(size / 1e6)} MB` : ""}`);
    },
    end: () => {
      if (shown) err.write("\r\u001b[K");
    },
  };
}
