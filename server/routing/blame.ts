import type { Expression } from "../expression/expression.ts";
import type { Instrument, Item, Section } from "../model/instrument.ts";
import { type Ask, isNever } from "./ask.ts";
import { allOf } from "./conditions.ts";
import { type Reason, whyNever } from "./reason.ts";

/** A condition of a section that stands around something. */
export interface Around {
  readonly section: string;
  readonly when: Expression;
}

/** The conditions of the sections around an item or a section, outermost first, without its own. */
export function conditionsAround({ sections }: Instrument, thing: Item | Section): readonly Around[] {
  const around: Around[] = [];
  const seen = new Set<string>();
  let id = "section" in thing ? thing.section : thing.parent;
  while (id !== undefined && !seen.has(id)) {
    seen.add(id);
    const section = sections.get(id);
    if (section?.when) around.unshift({ section: id, when: section.when });
    id = section?.parent;
  }
  return around;
}

/** Why conditions can never all hold. */
export type Blame =
  /** A section around it is never shown. */
  | { readonly kind: "section"; readonly section: string }
  /** Its own condition can never be true: the smallest part of it that is to blame. */
  | { readonly kind: "own"; readonly at: Expression; readonly reason?: Reason }
  /** Conditions that are each possible exclude each other. */
  | { readonly kind: "together" };

/** What is to blame where a condition can never hold within what stands around it; undefined where it may hold, as far as is proved. */
export function blameFor(ask: Ask, around: readonly Around[], own: Expression | undefined): Blame | undefined {
  const outer = around.map(({ when }) => when);
  if (neverAll(ask, outer)) {
    const first = around.find((_, place) => neverAll(ask, outer.slice(0, place + 1))) ?? around.at(-1);
    return first && { kind: "section", section: first.section };
  }
  if (own === undefined) return undefined;
  const at = conjuncts(own).find((part) => isNever(ask, part)) ?? (isNever(ask, own) ? own : undefined);
  if (at !== undefined) return { kind: "own", at, reason: whyNever(ask, at, true) };
  return outer.length > 0 && neverAll(ask, [...outer, own]) ? { kind: "together" } : undefined;
}

function neverAll(ask: Ask, conditions: readonly Expression[]): boolean {
  const all = allOf(conditions);
  return all !== undefined && isNever(ask, all);
}

/** The conditions that an `and` joins. */
function conjuncts(condition: Expression): readonly Expression[] {
  return condition.kind === "logical" && condition.operator === "and"
    ? [...conjuncts(condition.left), ...conjuncts(condition.right)]
    : [condition];
}
