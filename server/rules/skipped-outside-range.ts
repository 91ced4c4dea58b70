import { scoresWith } from "../evidence/scoresWith.ts";
import { membersOf, possibleAnswers, responseOf } from "../model/resolve.ts";
import type { Exact } from "../number/exact.ts";
import { rule } from "./rule.ts";

/** Silent where a score recodes the item: the structural value is given in the recoded metric. */
export default rule({
  code: "skipped-outside-range",
  severity: "warning",
  summary: "The score of an item that was not asked is one that no answer to it gives.",
  looksAt: "item",
  needs: ({ value: item }) => item.skipped !== undefined,
  *check(part, context) {
    const { at, instrument } = context;
    const item = part.value;
    const { skipped } = item;
    if (skipped === undefined) return;
    // Who is not asked how many there were, from 1 up, had none.
    const type = responseOf(instrument, item)?.type;
    if (skipped.equals(0) && (type === "integer" || type === "decimal")) return;
    const isRecoded = scoresWith(part.id, context).some((score) =>
      membersOf(instrument, score).members.some(({ id, recode }) => id === part.id && recode),
    );
    const possible = isRecoded ? undefined : possibleAnswers(instrument, item);
    const scores = possible?.kind === "codes" ? possible.answers.flatMap(({ score }) => score ?? []) : [];
    const least = possible?.kind === "interval" ? possible.low : ends(scores)[0];
    const most = possible?.kind === "interval" ? possible.high : ends(scores)[1];
    if ((!least || skipped.compare(least) >= 0) && (!most || skipped.compare(most) <= 0)) return;
    yield {
      at: at.value(item, "skipped"),
      message: `${skipped.toString()} lies outside of what an answer scores (${least?.toString() ?? "…"} to ${most?.toString() ?? "…"})`,
    };
  },
});

function ends(scores: readonly Exact[]): readonly [Exact | undefined, Exact | undefined] {
  const sorted = [...scores].sort((a, b) => a.compare(b));
  return [sorted[0], sorted.at(-1)];
}
