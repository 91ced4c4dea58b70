import { compiledScores } from "../evidence/compiledScores.ts";
import { type KeyedItem, keyOfScore } from "../evidence/keyOfScore.ts";
import { possibleAnswers } from "../model/resolve.ts";
import type { Exact } from "../number/exact.ts";
import { printExact } from "../number/print.ts";
import { readAnswer } from "../scoring/answers.ts";
import { type Context, rule } from "./rule.ts";

/** Only where some items are reversed and others not: elsewhere one answer throughout is just that answer. */
export default rule({
  code: "straight-line-score",
  severity: "info",
  summary: "What a score is for whoever gives the same answer throughout.",
  looksAt: "score",
  *check({ value: score }, context) {
    const key = keyOfScore(context.scoring, score);
    if (!key || key.length < 4 || score.helper || !key.some(({ down }) => down) || key.every(({ down }) => down)) return;
    const codes = sharedCodes(key, context);
    if (codes.length < 2 || context.possibleRange(score.id) === undefined) return;
    const results = codes.flatMap((code) => resultOf(score.id, key, code, context) ?? []);
    if (results.length !== codes.length) return;
    const sorted = [...results].sort((a, b) => a.compare(b));
    const [low, high] = [sorted[0], sorted.at(-1)];
    if (!low || !high) return;
    yield {
      at: context.at.name(score),
      message: `whoever gives the same answer throughout scores ${low.equals(high) ? `${printExact(low)}, whichever it is` : `from ${printExact(low)} to ${printExact(high)}`}`,
    };
  },
});

/** Codes that every item has, as numbers or words. */
function sharedCodes(key: readonly KeyedItem[], { scoring }: Context): readonly string[] {
  const lists = key.map(({ id }) => {
    const item = scoring.items.get(id);
    const possible = item && possibleAnswers(scoring, item);
    return possible?.kind === "codes" && possible.answers.length <= MOST_CODES ? possible.answers.map(({ code }) => code) : [];
  });
  const [first = [], ...rest] = lists;
  return first.filter((code) => rest.every((codes) => codes.includes(code)));
}

const MOST_CODES = 11;

function resultOf(score: string, key: readonly KeyedItem[], code: string, context: Context): Exact | undefined {
  const compiled = context.derive(`compiled ${score}`, () => compiledScores([score], context));
  const items = new Set(key.map(({ id }) => id));
  const answered = (id: string) => {
    const item = items.has(id) ? context.scoring.items.get(id) : undefined;
    return item && readAnswer(context.scoring, item, code).answer;
  };
  const value = compiled.score(answered).result(score)?.value;
  return value?.kind === "number" ? value.value : undefined;
}
