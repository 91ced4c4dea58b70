import type { Analysis } from "../analysis/analysis.ts";
import type { Range } from "../problem.ts";
import { ownRange, type Thing, thingAt } from "./things.ts";
import { usesIn } from "./uses.ts";
import { usesOfJoined } from "./wholeThings.ts";

/** A thing of the document with every place where it is named. */
export interface Occurrences {
  readonly thing: Thing;
  /** Its id, where it is defined; undefined where that is in a library. */
  readonly definition: Range | undefined;
  readonly references: readonly Range[];
  /** The place that was asked about. */
  readonly here: Range;
}

/** The thing that is named or defined at an offset, and all its places in the document, in file order. */
export function occurrencesAt(analysis: Analysis, offset: number): Occurrences | undefined {
  const found = thingAt(analysis, offset, true);
  if (!found) return undefined;
  const { thing, here } = found;
  const own = thing.path === undefined;
  if (thing.path !== undefined && analysis.joined.has(thing.path) && isAnswered(thing))
    return { thing, definition: undefined, references: usesOfJoined(analysis, thing.path, thing.kind, thing.id), here };
  const aliases = analysis.libraries.filter(({ path }) => path === thing.path).map(({ alias }) => alias);
  return {
    thing,
    definition: own ? ownRange(thing) : undefined,
    references: usesIn(analysis, thing, own ? undefined : aliases),
    here,
  };
}

const isAnswered = (thing: Thing): thing is Thing & { readonly kind: "item" | "score" | "section" } =>
  thing.kind === "item" || thing.kind === "score" || thing.kind === "section";
