import { nearest } from "../nearest.ts";

export type ChosenCodes = { readonly wanted: (code: string) => boolean } | { readonly wrong: string };

/** A finding that may be chosen, by its code or with its category. */
export interface Choosable {
  readonly code: string;
  readonly category?: string | undefined;
}

/**
 * Reads `--select` and `--ignore`: codes and categories, joined by commas or given several times. A name that nothing has is a slip, and said
 * so. A finding that is chosen by its code stays where only its category is ignored.
 */
export function chooseCodes(select: readonly string[], ignore: readonly string[], known: readonly Choosable[]): ChosenCodes {
  const namesIn = (given: readonly string[]): ReadonlySet<string> =>
    new Set(given.flatMap((word) => word.split(",")).map((word) => word.trim()));
  const [selected, ignored] = [namesIn(select), namesIn(ignore)];
  const categories = new Map(known.map(({ code, category }) => [code, category ?? ""]));
  const names = new Set([...categories.keys(), ...categories.values()].filter((name) => name !== ""));
  for (const name of [...selected, ...ignored]) {
    if (names.has(name)) continue;
    const near = nearest(name, [...names]);
    return { wrong: `there is no finding "${name}"${near === undefined ? "; scalewright rules lists them" : `; did you mean "${near}"?`}` };
  }
  const holds = (chosen: ReadonlySet<string>, code: string): boolean => chosen.has(code) || chosen.has(categories.get(code) ?? "");
  return {
    wanted: (code) =>
      !ignored.has(code) && (selected.has(code) || ((selected.size === 0 || holds(selected, code)) && !holds(ignored, code))),
  };
}
