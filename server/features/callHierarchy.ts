import type { Analysis } from "../analysis/analysis.ts";
import type { Part } from "../model/parts.ts";
import { type Reference, referencesOf } from "../model/references.ts";
import { expandSpan, readBy } from "../model/resolve.ts";
import type { Range } from "../problem.ts";
import { scoresReading } from "./scoresReading.ts";
import { ownRange, type Thing, thingNamed } from "./things.ts";

/** One step of the hierarchy: an item or a score, and where the score of the two names it. */
export interface Step {
  readonly thing: Thing;
  readonly places: readonly Range[];
}

/** What a score is made of: its items and scores, directly. */
export function madeOf(analysis: Analysis, id: string): readonly Step[] {
  const score = partOf(analysis, id);
  return readBy(analysis.instrument, id).flatMap((name) => step(analysis, name, score, name));
}

/** The scores that are made of an item or a score, directly. */
export function makes(analysis: Analysis, id: string): readonly Step[] {
  return scoresReading(analysis, id).flatMap((score) => step(analysis, score, partOf(analysis, score), id));
}

const partOf = (analysis: Analysis, id: string) => thingNamed(analysis, "score", id)?.part ?? thingNamed(analysis, "item", id)?.part;

function step(analysis: Analysis, id: string, reader: Part | undefined, read: string): Step[] {
  const thing = thingNamed(analysis, "item or score", id);
  return thing && ownRange(thing) ? [{ thing, places: reader ? namedIn(analysis, reader, read) : [] }] : [];
}

/** Where a part names something: by itself, else by the first end of a span that holds it. */
function namedIn(analysis: Analysis, part: Part, id: string): readonly Range[] {
  const references = referencesOf(part);
  const own = references.filter((one) => one.id === id);
  const found = own.length > 0 ? own : references.filter((one) => holds(analysis, one, id));
  return found.map(({ at }) => analysis.range(at));
}

function holds({ instrument }: Analysis, { id: first, last }: Reference, id: string): boolean {
  const span = last === undefined ? undefined : expandSpan(instrument, first, last);
  return Array.isArray(span) && span.includes(id);
}
