import { nearest } from "../nearest.ts";

export type ChosenCodes = { readonly wanted: (code: string) => boolean } | { readonly wrong: string };

/** Reads `--select` and `--ignore`: codes, joined by commas or given several times. A code that nothing has is a slip, and said so. */
export function chooseCodes(select: readonly string[], ignore: readonly string[], known: readonly string[]): ChosenCodes {
  const codes = (given: readonly string[]): ReadonlySet<string> =>
    new Set(given.flatMap((word) => word.split(",")).map((word) => word.trim()));
  const [selected, ignored] = [codes(select), codes(ignore)];
  for (const code of [...selected, ...ignored]) {
    if (known.includes(code)) continue;
    const near = nearest(code, known);
    return { wrong: `there is no finding "${code}"${near === undefined ? "; scalewright rules lists them" : `; did you mean "${near}"?`}` };
  }
  return { wanted: (code) => (selected.size === 0 || selected.has(code)) && !ignored.has(code) };
}
