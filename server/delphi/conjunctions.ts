import type { Comparison, Criterion, Measured } from "../model/delphi.ts";
import { OPPOSITE } from "./compared.ts";

/** A measured criterion that must hold, or disagreement that must not. */
export interface Literal {
  readonly measured: Measured;
  readonly negated: boolean;
}

/** More ways for a rule to hold than anyone would write. */
const MOST = 64;

/** The ways in which a criterion can hold: it does where all literals of one of the lists do. Undefined where there are too many. */
export function conjunctions(criterion: Criterion, negated = false): readonly (readonly Literal[])[] | undefined {
  if (criterion.kind === "not") return conjunctions(criterion.criterion, !negated);
  if (!("criteria" in criterion)) return literals(criterion, negated);
  const parts: (readonly (readonly Literal[])[])[] = [];
  for (const one of criterion.criteria) {
    const part = conjunctions(one, negated);
    if (!part) return undefined;
    parts.push(part);
  }
  if ((criterion.kind === "any") !== negated) {
    const all = parts.flat();
    return all.length > MOST ? undefined : all;
  }
  let ways: readonly (readonly Literal[])[] = [[]];
  for (const part of parts) {
    ways = ways.flatMap((way) => part.map((more) => [...way, ...more]));
    if (ways.length > MOST) return undefined;
  }
  return ways;
}

/** What is not so is compared by the opposite word; what does not equal is above or below. */
function literals(measured: Measured, negated: boolean): readonly (readonly Literal[])[] {
  if (!negated || !("compare" in measured)) return [[{ measured, negated }]];
  // The criterion on average majorities asks for two things, so that its opposite is no comparison.
  if (measured.kind === "apmo") return [[{ measured, negated }]];
  const { word, at } = measured.compare;
  const words: readonly Comparison["word"][] = word === "equals" ? ["above", "below"] : [OPPOSITE[word]];
  return words.map((other) => [{ measured: { ...measured, compare: { word: other, at } } as Measured, negated: false }]);
}
