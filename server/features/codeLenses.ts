import type { Analysis } from "../analysis/analysis.ts";
import { origins } from "../model/origins.ts";
import type { Range } from "../problem.ts";
import { placeIn } from "../syntax/place.ts";
import { rootField } from "./rootField.ts";
import { scoresReading } from "./scoresReading.ts";
import { ownRange, thingNamed } from "./things.ts";
import { usesIn } from "./uses.ts";

/** What a line above a definition can do or tell: each is shown or not as the reader wishes. */
export type LensKind = "preview" | "tests" | "scores" | "uses";

/** A line above a definition. What it says is worked out when it is shown: see {@link resolveLens}. */
export interface CodeLens {
  readonly kind: LensKind;
  readonly range: Range;
  /** The thing that it is about; of a test its name. Undefined for the document and for all tests. */
  readonly id?: string;
  /** What the thing is: a response and a recode may share an id. */
  readonly of?: "response" | "recode" | "table";
}

/** What a lens says and, where it leads to places of the document, those. */
export interface ResolvedLens {
  readonly title: string;
  readonly places: readonly Range[];
}

/** The lenses of a document, in file order. Only an item in several scores has one: those in a single score are the rule. */
export function codeLenses(analysis: Analysis, shown: ReadonlySet<LensKind>): readonly CodeLens[] {
  const lenses: CodeLens[] = [];
  const first = analysis.kind && rootField(analysis, analysis.kind);
  if (first && shown.has("preview") && SHOWN.has(analysis.kind ?? ""))
    lenses.push({ kind: "preview", range: analysis.range(placeIn(first.segment, first.key)) });
  const tests = shown.has("tests") && analysis.kind === "instrument" ? rootField(analysis, "tests") : undefined;
  if (tests && analysis.instrument.tests.size > 0) lenses.push({ kind: "tests", range: analysis.range(placeIn(tests.segment, tests.key)) });
  for (const part of analysis.parts) {
    const add = (kind: LensKind) => lenses.push({ kind, range: analysis.range(origins.name(part.value)), id: part.id });
    switch (part.kind) {
      case "test":
        if (shown.has("tests")) add("tests");
        break;
      case "item":
        if (shown.has("scores") && scoresReading(analysis, part.id).length > 1) add("scores");
        break;
      case "score":
        if (shown.has("scores") && scoresReading(analysis, part.id).length > 0) add("scores");
        break;
      case "response":
      case "recode":
      case "table":
        if (shown.has("uses")) lenses.push({ kind: "uses", range: analysis.range(origins.name(part.value)), id: part.id, of: part.kind });
        break;
      default:
    }
  }
  return lenses.sort((a, b) => a.range.start - b.range.start);
}

/** The kinds of document that have a preview. */
const SHOWN = new Set(["instrument", "delphi", "guide", "study"]);

/** What a lens says. Undefined where what it is about is gone. */
export function resolveLens(analysis: Analysis, { kind, id, of }: Omit<CodeLens, "range">): ResolvedLens | undefined {
  switch (kind) {
    case "preview":
      return { title: "Open preview", places: [] };
    case "tests": {
      const count = analysis.instrument.tests.size;
      if (id !== undefined) return { title: "Run test", places: [] };
      return { title: count === 1 ? "Run 1 scoring test" : `Run ${count} scoring tests`, places: [] };
    }
    case "scores": {
      const scores = scoresReading(analysis, id ?? "");
      const places = scores.flatMap((score) => {
        const thing = thingNamed(analysis, "score", score);
        return (thing && ownRange(thing)) ?? [];
      });
      return { title: scores.length === 1 ? "in 1 score" : `in ${scores.length} scores`, places };
    }
    case "uses": {
      const thing = thingNamed(analysis, of ?? "response", id ?? "");
      const places = thing ? usesIn(analysis, thing) : [];
      return { title: usedTimes(places.length), places };
    }
  }
}

export const usedTimes = (count: number): string => (count === 1 ? "used once" : `used ${count} times`);
