import { describeFormula } from "../expression/describe.ts";
import type { Expression } from "../expression/expression.ts";
import { printFormula } from "../expression/printFormula.ts";
import type { Item, Section } from "../model/instrument.ts";
import { readNames, routingOf } from "../model/resolve.ts";
import { printExact } from "../number/print.ts";
import type { Context } from "../rules/rule.ts";
import { type PossibleRange, rangeOf } from "../scoring/range.ts";
import { allOf } from "./conditions.ts";

/** What a condition can be for anyone who answers as the instrument allows; undefined where that could not be worked out. */
export function reachOf(condition: Expression, context: Context): PossibleRange | undefined {
  return context.derive(`reach:${printFormula(condition)}`, ({ scoring, graph }) =>
    rangeOf(scoring, condition, () => graph(readNames(scoring, condition))),
  );
}

/** Proved: no answers make it true. */
export const neverTrue = (condition: Expression, context: Context): boolean => reachOf(condition, context)?.gives(true).possible === "no";

/** The conditions of the sections around an item or a section, outermost first, without its own. */
export function conditionsAround(context: Context, thing: Item | Section): readonly Expression[] {
  const { sections } = context.scoring;
  const conditions: Expression[] = [];
  let id = "section" in thing ? thing.section : thing.parent;
  for (let depth = 0; id !== undefined && depth < 20; depth++) {
    const section = sections.get(id);
    if (section?.when) conditions.unshift(section.when);
    id = section?.parent;
  }
  return conditions;
}

export const allConditions = (context: Context, item: Item): readonly Expression[] => routingOf(context.scoring, item);

/** Why a condition of a thing can never hold: the smallest part of it that is to blame, and the reason in words. Undefined where it can, or where what stands around it is to blame. */
export function whyDead(
  own: Expression,
  around: readonly Expression[],
  context: Context,
): { readonly at: Expression; readonly why: string } | undefined {
  const outer = allOf(around);
  if (outer && neverTrue(outer, context)) return undefined;
  const part = conjuncts(own).find((one) => neverTrue(one, context));
  if (part) return { at: part, why: reason(part, context) };
  if (neverTrue(own, context)) return { at: own, why: "its parts contradict each other" };
  if (outer && neverTrue(allOf([...around, own]) ?? own, context))
    return {
      at: own,
      why: `it contradicts the condition of the section around it (${around.map((one) => describeFormula(one)).join("; ")})`,
    };
  return undefined;
}

/** The conditions that an `and` joins. */
function conjuncts(condition: Expression): readonly Expression[] {
  return condition.kind === "logical" && condition.operator === "and"
    ? [...conjuncts(condition.left), ...conjuncts(condition.right)]
    : [condition];
}

/** "phq9_total is at most 27": what the sides of a comparison can be. */
function reason(condition: Expression, context: Context): string {
  if (condition.kind !== "comparison") return "no answers make it true";
  const sides = [condition.left, condition.right].flatMap((side) => {
    const range = side.kind === "number" || side.kind === "text" ? undefined : reachOf(side, context);
    const words = range && rangeInWords(range);
    return words ? [`${printFormula(side)} runs from ${words}`] : [];
  });
  return sides.length > 0 ? sides.join(", ") : "no answers make it true";
}

function rangeInWords({ min, max, exact }: PossibleRange): string | undefined {
  if (min && max) return `${exact ? "" : "within "}${printExact(min)} to ${printExact(max)}`;
  return undefined;
}
