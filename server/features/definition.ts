import type { Analysis } from "../analysis/analysis.ts";
import type { Part } from "../model/parts.ts";
import type { Target } from "../model/references.ts";
import type { Range } from "../problem.ts";
import { ownRange, thingAt, thingNamed } from "./things.ts";

export { referenceAt } from "./things.ts";

/** A place, in the document in hand or in a library that it uses. */
export interface Definition {
  readonly range: Range;
  /** The document that the range is counted in, and its path where it is another. */
  readonly home: Analysis;
  readonly path?: string;
}

/** Where the thing named at an offset is defined: its id. */
export function definitionAt(analysis: Analysis, offset: number): Definition | undefined {
  const thing = thingAt(analysis, offset)?.thing;
  const range = thing && ownRange(thing);
  return range && { range, home: thing.home, path: thing.path };
}

/** The document's own part of the right kind with an id. */
export function partNamed(analysis: Analysis, target: Target, id: string): Part | undefined {
  const thing = thingNamed(analysis, target, id);
  return thing && thing.path === undefined ? thing.part : undefined;
}
