import { describeFormula } from "../expression/describe.ts";
import type { Expression } from "../expression/expression.ts";
import { printFormula } from "../expression/printFormula.ts";
import type { Item, Section } from "../model/instrument.ts";
import { readNames, routingOf } from "../model/resolve.ts";
import { printExact } from "../number/print.ts";
import { type Around, conditionsAround as around, blameFor } from "../routing/blame.ts";
import type { Reason } from "../routing/reason.ts";
import type { Context } from "../rules/rule.ts";
import { type PossibleRange, rangeOf } from "../scoring/range.ts";
import { isNeverAValue } from "./isNeverAValue.ts";

/** What a condition can be for anyone who answers as the instrument allows; undefined where that could not be worked out. */
export function reachOf(condition: Expression, context: Context): PossibleRange | undefined {
  return context.derive(`reach:${printFormula(condition)}`, ({ scoring, graph }) =>
    rangeOf(scoring, condition, () => graph(readNames(scoring, condition))),
  );
}

/** The conditions of the sections around an item or a section, outermost first, without its own. */
export const conditionsAround = (context: Context, thing: Item | Section): readonly Around[] => around(context.scoring, thing);

export const allConditions = (context: Context, item: Item): readonly Expression[] => routingOf(context.scoring, item);

/** Why a condition of a thing can never hold: the smallest part of it that is to blame, and the reason in words. Undefined where it can, or where something else is to blame. */
export function whyDead(
  own: Expression,
  around: readonly Around[],
  context: Context,
): { readonly at: Expression; readonly why: string } | undefined {
  const blame = blameFor((condition) => reachOf(condition, context), around, own);
  switch (blame?.kind) {
    case "own":
      // A score that nobody has is told of where it is made.
      if (readNames(context.scoring, blame.at).some((id) => isNeverAValue(id, context))) return undefined;
      return { at: blame.at, why: inWords(blame.at, blame.reason) };
    case "together":
      return {
        at: own,
        why: `it contradicts the condition of the section around it (${around.map(({ when }) => describeFormula(when)).join("; ")})`,
      };
    default:
      return undefined;
  }
}

/** "phq9_total runs from 0 to 27": what the sides of a comparison can be. */
function inWords(at: Expression, reason: Reason | undefined): string {
  if (reason?.kind === "contradiction" && at.kind === "logical") return "its parts contradict each other";
  const sides = at.kind === "comparison" && reason?.kind === "range" ? reason.sides : [];
  const ranges = sides.flatMap(({ node, min, max, exact }) =>
    min && max ? [`${printFormula(node)} runs from ${exact ? "" : "within "}${printExact(min)} to ${printExact(max)}`] : [],
  );
  return ranges.length > 0 ? ranges.join(", ") : "no answers make it true";
}
