import type { Instrument, Score } from "../model/instrument.ts";
import { endsBeforeReversal, type Member, membersOf, possibleAnswers, recodable, recoded, responseOf } from "../model/resolve.ts";
import { type Exact, ZERO } from "../number/exact.ts";
import { printExact } from "../number/print.ts";
import { rule } from "./rule.ts";

/** Only where some items are reversed and others not: elsewhere one answer throughout is just that answer. */
export default rule({
  code: "straight-line-score",
  severity: "info",
  summary: "What a score is for whoever gives the same answer throughout.",
  looksAt: "score",
  *check({ value: score }, { at, scoring, isFaulty }) {
    if ((score.method !== "sum" && score.method !== "mean") || score.transform.length > 0 || score.round || score.helper) return;
    const { members, unknown } = membersOf(scoring, score);
    const turned = members.filter(({ reversed }) => reversed).length;
    if (members.length < 4 || unknown.length > 0 || turned === 0 || turned === members.length || isFaulty(score.id)) return;
    const results = straightLines(scoring, score, members);
    const [low, high] = [results[0], results.at(-1)];
    if (!low || !high || results.length < 2) return;
    const shown = low.equals(high) ? `${printExact(low)}, whichever it is` : `from ${printExact(low)} to ${printExact(high)}`;
    yield { at: at.name(score), message: `whoever gives the same answer throughout scores ${shown}` };
  },
});

/** The score of each code that all items have, lowest first; none where it is not plain. */
function straightLines(instrument: Instrument, { method }: Score, members: readonly Member[]): readonly Exact[] {
  const known = new Map<string, Map<string, Exact> | undefined>();
  const kinds = new Map<unknown, number>();
  const totals = new Map<string, { sum: Exact; count: number }>();
  let weights = ZERO;
  for (const member of members) {
    const response = member.item && responseOf(instrument, member.item);
    if (!member.item || !response) return [];
    const kind = kinds.get(response) ?? kinds.size;
    kinds.set(response, kind);
    const key = `${kind} ${member.reversed} ${member.item.key} ${member.recode ? (member.recode.id ?? member.place) : ""}`;
    if (!known.has(key)) known.set(key, valuesOf(instrument, member));
    for (const [code, value] of known.get(key) ?? []) {
      const total = totals.get(code) ?? { sum: ZERO, count: 0 };
      totals.set(code, { sum: total.sum.add(value.mul(member.weight)), count: total.count + 1 });
    }
    weights = weights.add(member.weight);
  }
  const sums = [...totals.values()].filter(({ count }) => count === members.length).map(({ sum }) => sum);
  if (method === "mean" && weights.n === 0n) return [];
  return sums.map((sum) => (method === "mean" ? sum.div(weights) : sum)).sort((a, b) => a.compare(b));
}

/** What each code of an item counts. */
function valuesOf(instrument: Instrument, member: Member): Map<string, Exact> | undefined {
  const { item, recode, reversed } = member;
  const possible = item && possibleAnswers(instrument, item);
  if (!item || possible?.kind !== "codes" || possible.answers.length > MOST_CODES) return undefined;
  const ends = reversed ? endsBeforeReversal(instrument, member, () => undefined) : undefined;
  const values = new Map<string, Exact>();
  for (const answer of possible.answers) {
    const result = recode && recoded(recode, recodable(item, answer));
    const value = result ? (result.kind === "number" ? result.value : undefined) : answer.score;
    const turned = !reversed ? value : value && ends?.low && ends.high && ends.low.add(ends.high).sub(value);
    if (turned) values.set(answer.code, turned);
  }
  return values;
}

const MOST_CODES = 11;
