import { origins } from "../origins.ts";
import type { Reading } from "./reader.ts";

/** Says of two things of one id in two places (statements of two groups, questions of two topics); within one the repeated key is reported as such. */
export function reportRepeated<T extends object>(
  reading: Reading,
  kind: string,
  things: readonly (readonly [string, T])[],
  placeOf: (thing: T) => string | undefined,
): void {
  const known = new Map<string, T>();
  for (const [id, thing] of things) {
    const other = known.get(id);
    if (!other) known.set(id, thing);
    else if (placeOf(other) !== placeOf(thing))
      reading.report({
        code: "duplicate-id",
        severity: "error",
        message: `"${id}" is the id of two ${kind}: every id is used once`,
        at: origins.name(thing),
        related: [{ message: `the first "${id}"`, at: origins.name(other) }],
        fixes: [],
      });
  }
}
