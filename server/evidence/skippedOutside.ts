import type { Item } from "../model/instrument.ts";
import { membersOf, possibleAnswers, responseOf } from "../model/resolve.ts";
import type { Exact } from "../number/exact.ts";
import type { Context } from "../rules/rule.ts";
import { scoresWith } from "./scoresWith.ts";

/** What is counted for who was not asked, where no answer gives it, with the ends of what answers give. */
export function skippedOutside(item: Item, context: Context): { skipped: Exact; least?: Exact; most?: Exact } | undefined {
  const { instrument } = context;
  const { skipped } = item;
  if (skipped === undefined) return undefined;
  // Who is not asked how many there were, from 1 up, had none.
  const type = responseOf(instrument, item)?.type;
  if (skipped.equals(0) && (type === "integer" || type === "decimal")) return undefined;
  const isRecoded = scoresWith(item.id, context).some((score) =>
    membersOf(instrument, score).members.some(({ id, recode }) => id === item.id && recode),
  );
  const possible = isRecoded ? undefined : possibleAnswers(instrument, item);
  const scores = possible?.kind === "codes" ? possible.answers.flatMap(({ score }) => score ?? []) : [];
  const least = possible?.kind === "interval" ? possible.low : ends(scores)[0];
  const most = possible?.kind === "interval" ? possible.high : ends(scores)[1];
  if ((!least || skipped.compare(least) >= 0) && (!most || skipped.compare(most) <= 0)) return undefined;
  return { skipped, least, most };
}

function ends(scores: readonly Exact[]): readonly [Exact | undefined, Exact | undefined] {
  const sorted = [...scores].sort((a, b) => a.compare(b));
  return [sorted[0], sorted.at(-1)];
}
