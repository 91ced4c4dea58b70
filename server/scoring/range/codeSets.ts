import type { Expression } from "../../expression/expression.ts";
import { eachNode } from "../../expression/walk.ts";
import type { Instrument, Item, Response } from "../../model/instrument.ts";
import { formulasOf } from "../../model/resolve.ts";

/** So many options of a multiple response give all their combinations (1,023), so many of a ranking all orders (1,956). */
const MOST_TICKED = 10;
const MOST_RANKED = 6;

/**
 * The sets of codes that can be ticked, or the orders that can be given; nothing ticked is a blank. Of many options the sets differ in all that a
 * formula can tell apart: which of the options that it names are ticked, and how many in all. Not complete where even that is too much.
 */
export function codeSets(instrument: Instrument, item: Item, { type, options }: Response): CodeSets {
  const there = options.filter(({ missing }) => !missing);
  const codes = there.map(({ code }) => code);
  if (type === "rank") {
    return codes.length <= MOST_RANKED ? { sets: orders(codes), complete: true } : { sets: [codes], complete: false };
  }
  const exclusive = there.filter((option) => option.exclusive).map(({ code }) => [code]);
  const others = there.filter((option) => !option.exclusive);
  if (others.length <= MOST_TICKED) return { sets: [...subsets(others.map(({ code }) => code)), ...exclusive], complete: true };
  const { named, written } = usesOf(instrument, item);
  const apart = others.filter(({ code, when }) => named.has(code) || when !== undefined).map(({ code }) => code);
  const alike = others.map(({ code }) => code).filter((code) => !apart.includes(code));
  const kept = apart.slice(0, MOST_TICKED);
  const sets = [[], ...subsets(kept)].flatMap((ticked) => [...alike, ""].map((_, count) => [...ticked, ...alike.slice(0, count)]));
  return { sets: [...sets.filter((set) => set.length > 0), ...exclusive], complete: !written && kept.length === apart.length };
}

export interface CodeSets {
  readonly sets: readonly (readonly string[])[];
  readonly complete: boolean;
}

function subsets(codes: readonly string[]): string[][] {
  const sets: string[][] = [[]];
  for (const code of codes) for (const set of sets.slice()) sets.push([...set, code]);
  return sets.filter((set) => set.length > 0);
}

/** Full and partial orders: who ranks may stop early. */
function orders(codes: readonly string[]): string[][] {
  return codes.flatMap((code) => {
    const rest = orders(codes.filter((other) => other !== code));
    return [[code], ...rest.map((order) => [code, ...order])];
  });
}

/** The codes of an item that formulas name, and whether some formula writes all of them out. */
function usesOf(instrument: Instrument, item: Item): { readonly named: ReadonlySet<string>; readonly written: boolean } {
  const named = new Set<string>();
  let written = false;
  for (const formula of allFormulas(instrument)) {
    eachNode(formula, (node) => {
      if (node.kind === "text" || node.kind === "number") named.add(node.kind === "text" ? node.value : node.value.toString());
      if (node.kind === "call" && node.function.text === "concat") written ||= readsItem(node, item.id);
    });
  }
  return { named, written };
}

function readsItem(tree: Expression, id: string): boolean {
  let found = false;
  eachNode(tree, (node) => {
    if (node.kind === "name" && node.id === id) found = true;
  });
  return found;
}

function allFormulas(instrument: Instrument): readonly Expression[] {
  const formulas: (Expression | undefined)[] = [];
  for (const section of instrument.sections.values()) formulas.push(section.when, section.screenOut);
  for (const item of instrument.items.values()) formulas.push(item.when, ...item.checks.map(({ that }) => that));
  for (const score of instrument.scores.values()) formulas.push(...formulasOf(score));
  return formulas.filter((formula) => formula !== undefined);
}
