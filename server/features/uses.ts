import type { Analysis } from "../analysis/analysis.ts";
import { type Reference, referencesOf, type Target } from "../model/references.ts";
import type { Range } from "../problem.ts";
import { nameRange, type Thing, thingNamed } from "./things.ts";
import { isWholeKind, wholeDefinitions, wholeUses } from "./wholeThings.ts";

/**
 * Every place of a document where a thing is named, in file order. `aliases`: the names under which the document uses the library that
 * defines the thing; without them the thing is the document's own.
 */
export function usesIn(analysis: Analysis, thing: Pick<Thing, "kind" | "id" | "part">, aliases?: readonly string[]): readonly Range[] {
  if (thing.kind === "alias") return aliases ? [] : inOrder(aliasUses(analysis, thing.id));
  if (isWholeKind(thing.kind)) {
    const [, ...others] = wholeDefinitions(analysis, thing.kind, thing.id);
    return aliases ? [] : inOrder([...others.map(({ at }) => analysis.range(at)), ...wholeUses(analysis, thing.kind, thing.id)]);
  }
  const ranges: Range[] = [];
  const own = (one: Reference) => thingNamed(analysis, one.target, one.id);
  const isMeant = (one: Reference) => {
    if (!TARGETS[thing.kind]?.includes(one.target)) return false;
    const found = own(one);
    return aliases ? found === undefined || found.path !== undefined : found?.part === thing.part && found?.path === undefined;
  };
  const names = aliases ? [...aliases.map((alias) => `${alias}.${thing.id}`), ...(thing.kind === "item" ? [thing.id] : [])] : [thing.id];
  for (const name of names)
    for (const user of analysis.users(name))
      for (const one of referencesOf(user)) if (one.id === name && isMeant(one)) ranges.push(nameRange(analysis, one));
  return inOrder(ranges);
}

/** Where the name of a library stands before a dot. */
function aliasUses(analysis: Analysis, alias: string): Range[] {
  const ranges: Range[] = [];
  for (const part of analysis.parts) {
    if (part.kind !== "section" && !part.field.segment.text.includes(`${alias}.`)) continue;
    for (const one of referencesOf(part)) {
      if (!one.id.startsWith(`${alias}.`)) continue;
      // A score called like the library has bands behind its dot, and stands without them in `id`.
      const { start } = nameRange(analysis, one);
      ranges.push({ start: start - 1 - alias.length, end: start - 1 });
    }
  }
  return ranges;
}

const TARGETS: Partial<Record<Thing["kind"], readonly Target[]>> = {
  item: ["item or score", "item"],
  score: ["item or score", "score"],
  response: ["response"],
  recode: ["recode"],
  table: ["table"],
  section: ["section"],
};

function inOrder(ranges: readonly Range[]): readonly Range[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  return sorted.filter((range, i) => range.start !== sorted[i - 1]?.start);
}
