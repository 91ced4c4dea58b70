import type { Part } from "../model/parts.ts";
import { remember } from "../remember.ts";
import type { Rule } from "../rules/rule.ts";

/** The rules that are asked about a part, in the order of the table. */
export type Asked = (part: Part) => readonly Rule[];

/** Those of some rules that may find something in a part, as their `needs` tell. Most rules share their needs with others, and most parts are like others. */
export function askedOf(rules: readonly Rule[]): Asked {
  const needs = [...new Set(rules.flatMap((rule) => rule.needs ?? []))];
  if (needs.length > 52) throw new Error("more needs than a number tells apart");
  const known = new Map<number, readonly Rule[]>();
  return (part) => {
    // One binary digit for each need.
    let met = 0;
    for (const need of needs) met = met * 2 + (need(part as never) ? 1 : 0);
    return remember(known, met, () => {
      const unmet = new Set(needs.filter((_, i) => Math.floor(met / 2 ** (needs.length - 1 - i)) % 2 === 0));
      return rules.filter((rule) => !rule.needs || !unmet.has(rule.needs));
    });
  };
}
