import type { Case, Score, TransformStep } from "../../model/instrument.ts";
import { type Member, membersOf } from "../../model/resolve.ts";
import { digits } from "../../number/digits.ts";
import type { Context } from "../context.ts";
import { listed } from "./missingInWords.ts";

/** How a score is combined, in words: "sum of 9 items: phq1 to phq9". Undefined where it is made by cases or by nothing. */
export function formulaInWords(context: Context, score: Score): string | undefined {
  if (score.value !== undefined) {
    return context.inWords(score.value);
  }
  if (score.entries === undefined) {
    return undefined;
  }
  const { members } = membersOf(context.instrument, score);
  const kind = members.every((member) => member.item !== undefined)
    ? "item"
    : members.every((member) => member.score !== undefined)
      ? "score"
      : "part";
  const what = `${members.length} ${kind}${members.length === 1 ? "" : "s"}: ${spans(context, members)}`;
  const combined =
    score.method === undefined ? (members.length === 1 ? spans(context, members) : what) : `${METHODS[score.method]} of ${what}`;
  return [combined, ...entryClauses(context, members)].join("; ");
}

const METHODS: Readonly<Record<NonNullable<Score["method"]>, string>> = {
  sum: "sum",
  mean: "mean",
  min: "lowest",
  max: "highest",
  product: "product",
};

/** What happens to some of the entries before they are combined. */
function entryClauses(context: Context, members: readonly Member[]): readonly string[] {
  const reversed = members.filter((member) => member.reversed);
  const clauses = reversed.length === 0 ? [] : [`${reversed.length === members.length ? "all" : spans(context, reversed)} reversed`];
  for (const [name, some] of grouped(members, (member) =>
    member.recode === undefined ? undefined : (member.recode.id ?? "a recode of its own"),
  )) {
    clauses.push(`${some.length === members.length ? "all" : spans(context, some)} recoded by ${name}`);
  }
  for (const [weight, some] of grouped(members, (member) => (member.weight.equals(1) ? undefined : digits(member.weight)))) {
    clauses.push(`${some.length === members.length ? "all" : spans(context, some)} times ${weight}`);
  }
  return clauses;
}

function grouped(members: readonly Member[], nameOf: (member: Member) => string | undefined): ReadonlyMap<string, readonly Member[]> {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const name = nameOf(member);
    if (name !== undefined) {
      groups.set(name, [...(groups.get(name) ?? []), member]);
    }
  }
  return groups;
}

/** Ids with neighbours joined: "phq1 to phq9", "a1, a3 and a5". */
export function spans(context: Context, members: readonly { readonly id: string }[]): string {
  const { items, scores } = context.instrument;
  const placeOf = (id: string) => (items.has(id) ? items.indexOf(id) : items.size + 1 + scores.indexOf(id));
  const stretches: { first: string; last: string; length: number }[] = [];
  for (const { id } of members) {
    const open = stretches.at(-1);
    if (open !== undefined && placeOf(open.last) + 1 === placeOf(id)) {
      open.last = id;
      open.length++;
    } else {
      stretches.push({ first: id, last: id, length: 1 });
    }
  }
  return listed(
    stretches.flatMap(({ first, last, length }) => (length > 2 ? [`${first} to ${last}`] : length === 2 ? [first, last] : [first])),
  );
}

/** One step after combining: "times 4", "rescaled to 0 to 100". */
export function transformInWords(step: TransformStep): string {
  switch (step.kind) {
    case "multiply":
      return `times ${digits(step.by)}`;
    case "add":
      return step.by.s < 0n ? `minus ${digits(step.by.abs())}` : `plus ${digits(step.by)}`;
    case "divide":
      return `divided by ${digits(step.by)}`;
    case "rescale":
      return `rescaled to ${digits(step.low)} to ${digits(step.high)}`;
    case "lookup":
      return `looked up in ${step.table}`;
    case "t":
      return `as a T value (mean ${digits(step.mean)}, standard deviation ${digits(step.sd)})`;
    case "z":
      return `as a z value (mean ${digits(step.mean)}, standard deviation ${digits(step.sd)})`;
  }
}

const MODES = {
  half_up: "halves up",
  half_even: "halves to the even number",
  half_away: "halves away from zero",
  down: "down",
  up: "up",
} as const;

export function roundingInWords(round: NonNullable<Score["round"]>): string {
  return `to ${round.to.equals(1) ? "whole numbers" : `steps of ${digits(round.to)}`}${round.mode === undefined ? ", halves undeclared" : `, ${MODES[round.mode]}`}`;
}

/** "major, if …"; the last one "none, otherwise". */
export function caseInWords(context: Context, one: Case): string {
  const is = caseValue(context, one);
  return one.when === undefined ? `${is}, otherwise` : `${is}, if ${context.inWords(one.when)}`;
}

function caseValue(context: Context, { is }: Case): string {
  switch (is.kind) {
    case "number":
      return digits(is.value);
    case "text":
      return `“${is.value}”`;
    case "truth":
      return is.value ? "true" : "false";
    case "missing":
      return "no value";
    case "expression":
      return context.inWords(is.value);
  }
}
