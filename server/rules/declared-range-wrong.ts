import { describeWitness } from "../evidence/describeWitness.ts";
import { rangeIfAsked } from "../evidence/lostWhereHidden.ts";
import { missingCodes } from "../evidence/missingCodes.ts";
import { wordedResponse } from "../evidence/wordedResponse.ts";
import type { Score } from "../model/instrument.ts";
import { membersOf, onlyNeeded, valueClosure } from "../model/resolve.ts";
import type { Exact } from "../number/exact.ts";
import { printExact } from "../number/print.ts";
import { type PossibleRange, reachedBeyond } from "../scoring/range.ts";
import { type Context, rule } from "./rule.ts";

export default rule({
  code: "declared-range-wrong",
  severity: "error",
  summary: "The declared range of a score is not the range that its definition can reach.",
  looksAt: "score",
  needs: ({ value: score }) => score.range !== undefined,
  yieldsTo: ["recode-not-total", "item-twice-in-score", "never-a-value"],
  *check({ value: score }, context) {
    const { at, isFaulty, scoring } = context;
    // What an item at fault adds to the score is not known.
    if (membersOf(scoring, score).members.some(({ item, id }) => item?.key !== undefined && isFaulty(id))) return;
    const wrong = wrongEnds(score, context);
    const passed = wrong ? undefined : reachedOutside(score, context);
    if (passed && !isExplained(score, context)) {
      const { min, max } = score.range ?? {};
      const message = `"${score.id}" is declared as ${min ? printExact(min) : "no lower end"} to ${max ? printExact(max) : "no upper end"}, and can be ${printExact(passed.value)}: ${describeWitness(passed.witness)}`;
      yield { at: at.value(score, "range"), message };
    }
    if (!score.range || !wrong || isExplained(score, context) || isOfAllItems(score, context)) return;
    const { low, high, possible } = wrong;
    const { min, max } = possible;
    const shown = (from: Exact | undefined, to: Exact | undefined) =>
      `${from ? printExact(from) : "no lower end"} to ${to ? printExact(to) : "no upper end"}`;
    const proofs = [
      ...(low && min && possible.witness?.min ? [`lowest ${printExact(min)}: ${describeWitness(possible.witness?.min)}`] : []),
      ...(high && max && possible.witness?.max ? [`highest ${printExact(max)}: ${describeWitness(possible.witness?.max)}`] : []),
    ];
    yield {
      at: at.value(score, "range"),
      message: `"${score.id}" is declared as ${shown(score.range.min, score.range.max)}, and its definition gives ${shown(min, max)}${proofs.length > 0 && possible.exact ? ` (${proofs.join("; ")})` : ""}`,
      fixes: possible.exact
        ? [
            {
              title: `Declare ${shown(min, max)}`,
              safe: false,
              edits: [{ at: at.value(score, "range"), newText: `[${min ? printExact(min) : "none"}, ${max ? printExact(max) : "none"}]` }],
            },
          ]
        : [],
    };
  },
});

/** Which of the declared ends are not the proved ones; undefined where both are. */
const wrongEnds = (score: Score, { possibleRange }: Context) => endsBeside(score, score.range && possibleRange(score.id));

function endsBeside({ range }: Score, possible: PossibleRange | undefined) {
  if (!range || !possible || (possible.values && possible.min === undefined && possible.max === undefined)) return undefined;
  // A declared open end promises nothing. An outer bound says only what cannot be reached.
  const wrong = (declared: Exact | undefined, proved: Exact | undefined, outside: number) =>
    declared !== undefined &&
    (proved === undefined ? possible.exact : possible.exact ? !declared.equals(proved) : declared.compare(proved) * outside > 0);
  const low = wrong(range.min, possible.min, -1);
  const high = wrong(range.max, possible.max, 1);
  return low || high ? { low, high, possible } : undefined;
}

/** A number outside the declared range that some answers give, where its ends are not proved but can be narrower than what is. */
function reachedOutside(score: Score, { possibleRange, scoring }: Context) {
  const { id, range } = score;
  const possible = range && possibleRange(id);
  if (!range || !possible || possible.exact) return undefined;
  const beyond = (declared: Exact | undefined, proved: Exact | undefined, side: -1 | 1) =>
    declared && (proved === undefined || proved.compare(declared) * side > 0)
      ? reachedBeyond(onlyNeeded(scoring, [id]), id, declared, side)
      : undefined;
  return beyond(range.max, possible.max, 1) ?? beyond(range.min, possible.min, -1);
}

/** The range of all items, where their routing is at fault: that is told of the items, and with it mended the range may hold. */
function isOfAllItems(score: Score, context: Context): boolean {
  const asked = rangeIfAsked(score, context);
  return asked !== undefined && !endsBeside(score, asked);
}

/** A score that is made from one whose range is wrong, or from a code for no answer that counts, is not told of as well. */
function isExplained(score: Score, context: Context): boolean {
  const { scoring } = context;
  return [...valueClosure(scoring, score.id)].some((id) => {
    if (id === score.id) return false;
    const inner = scoring.scores.get(id);
    if (inner) return wrongEnds(inner, context) !== undefined;
    const response = scoring.items.has(id) ? wordedResponse(context, id) : undefined;
    return response !== undefined && missingCodes(response).length > 0;
  });
}
