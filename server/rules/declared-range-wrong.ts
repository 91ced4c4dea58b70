import { describeWitness } from "../evidence/describeWitness.ts";
import { membersOf } from "../model/resolve.ts";
import type { Exact } from "../number/exact.ts";
import { printExact } from "../number/print.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "declared-range-wrong",
  severity: "error",
  summary: "The declared range of a score is not the range that its definition can reach.",
  looksAt: "score",
  needs: ({ value: score }) => score.range !== undefined,
  yieldsTo: ["recode-not-total", "item-twice-in-score", "never-a-value"],
  *check({ value: score }, { at, possibleRange, isFaulty, scoring }) {
    // What an item at fault adds to the score is not known.
    if (membersOf(scoring, score).members.some(({ item, id }) => item?.key !== undefined && isFaulty(id))) return;
    const possible = score.range && possibleRange(score.id);
    if (!score.range || !possible || (possible.values && possible.min === undefined && possible.max === undefined)) return;
    const { min, max } = possible;
    // A declared open end promises nothing. An outer bound says only what cannot be reached.
    const wrong = (declared: Exact | undefined, proved: Exact | undefined, outside: number) =>
      declared !== undefined &&
      (proved === undefined ? possible.exact : possible.exact ? !declared.equals(proved) : declared.compare(proved) * outside > 0);
    const low = wrong(score.range.min, min, -1);
    const high = wrong(score.range.max, max, 1);
    if (!low && !high) return;
    const shown = (from: Exact | undefined, to: Exact | undefined) =>
      `${from ? printExact(from) : "no lower end"} to ${to ? printExact(to) : "no upper end"}`;
    const proofs = [
      ...(low && min ? [`lowest ${printExact(min)}: ${describeWitness(possible.witness?.min)}`] : []),
      ...(high && max ? [`highest ${printExact(max)}: ${describeWitness(possible.witness?.max)}`] : []),
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
