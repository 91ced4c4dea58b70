import { hasEntries } from "../evidence/needs.ts";
import type { Expression } from "../expression/expression.ts";
import { printFormula } from "../expression/printFormula.ts";
import { eachNode } from "../expression/walk.ts";
import type { Instrument, Score } from "../model/instrument.ts";
import { expandSpan, membersOf } from "../model/resolve.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "item-twice-in-score",
  severity: "error",
  summary: "A score lists the same item twice.",
  looksAt: "score",
  needs: (part) => hasEntries(part) || part.value.value !== undefined,
  yieldsTo: ["score-cycle"],
  *check({ value: score }, { at, scoring: instrument }) {
    if (score.value)
      for (const { at: here, written } of repeatedIn(score.value, instrument))
        yield { at: here, severity: "warning", message: `"${written}" stands twice in what "${score.id}" adds up` };
    const first = new Map<string, number>();
    const told = new Set<number>();
    const { members } = membersOf(instrument, score);
    for (const { id, place } of members) {
      const known = first.get(id);
      if (known === undefined) {
        first.set(id, place);
        continue;
      }
      if (told.has(place)) continue;
      told.add(place);
      const entries = score.entries ?? [];
      const [here, there] = [entries[place], entries[known]];
      if (!here || !there) continue;
      yield {
        at: at.whole(here),
        message: `"${id}" counts twice in "${score.id}"`,
        related: [{ at: at.whole(there), message: `"${id}" is in the score here already` }],
      };
    }
    // A score may be made from another one and an item on purpose, but hardly from one that has the item already. The same goes for scores.
    for (const { id, place } of members) {
      const other =
        first.get(id) === place ? members.find(({ score: inner }) => inner && inner.id !== id && addsUp(inner).has(id)) : undefined;
      const here = score.entries?.[place];
      if (!other || !here || told.has(place)) continue;
      told.add(place);
      yield { at: at.whole(here), severity: "warning", message: `"${id}" counts twice in "${score.id}": on its own and in "${other.id}"` };
    }

    /** All that a score is summed or averaged from, also through other scores. */
    function addsUp(inner: Score, found = new Set<string>()): ReadonlySet<string> {
      if (inner.method !== "sum" && inner.method !== "mean") return found;
      for (const { id, score: next } of membersOf(instrument, inner).members) {
        if (found.has(id)) continue;
        found.add(id);
        if (next) addsUp(next, found);
      }
      return found;
    }
  },
});

/** What a sum or a mean in a formula lists again. */
function repeatedIn(formula: Expression, instrument: Instrument): readonly { readonly at: Expression; readonly written: string }[] {
  const found: { at: Expression; written: string }[] = [];
  eachNode(formula, (node) => {
    if (node.kind !== "call" || (node.function.text !== "sum" && node.function.text !== "mean")) return;
    const seen = new Set<string>();
    for (const argument of node.arguments) {
      const span = argument.kind === "span" ? expandSpan(instrument, argument.first.id, argument.last.id) : [printFormula(argument)];
      if (typeof span === "string" || argument.kind === "number") continue;
      const again = span.find((one) => seen.has(one));
      if (again !== undefined) found.push({ at: argument, written: again });
      for (const one of span) seen.add(one);
    }
  });
  return found;
}
