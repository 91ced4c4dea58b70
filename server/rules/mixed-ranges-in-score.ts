import { codeGap } from "../evidence/codeGap.ts";
import { wordedResponse } from "../evidence/wordedResponse.ts";
import type { Member } from "../model/resolve.ts";
import { endsBeforeReversal, membersOf } from "../model/resolve.ts";
import { ONE } from "../number/exact.ts";
import { printExact } from "../number/print.ts";
import { type Context, rule } from "./rule.ts";

/**
 * Weights say that the author has thought of it, and so does a sum whose items are each rated by words of their own: some clinical ratings give
 * one function more points than another. Scores of scores are composed on purpose.
 */
export default rule({
  code: "mixed-ranges-in-score",
  severity: "warning",
  summary: "A score adds or averages items whose answers run over different ranges.",
  looksAt: "score",
  *check({ value: score }, context) {
    if (score.method !== "sum" && score.method !== "mean") return;
    const { at, scoring, isFaulty } = context;
    const { members } = membersOf(scoring, score);
    if (members.some(({ weight }) => !weight.equals(ONE))) return;
    const groups = new Map<string, Member[]>();
    for (const member of members) {
      const ends = member.item && endsBeforeReversal(scoring, member, () => undefined);
      if (!ends?.low || !ends.high || (member.item?.key !== undefined && isFaulty(member.id))) continue;
      // A code that was skipped makes the range wider than it was meant to be.
      const response = wordedResponse(context, member.id);
      if (response && codeGap(response)) continue;
      const range = `${printExact(ends.low)} to ${printExact(ends.high)}`;
      groups.set(range, [...(groups.get(range) ?? []), member]);
    }
    if (groups.size < 2 || (score.method === "sum" && isRatedOneByOne([...groups.values()].flat(), groups.size, context))) return;
    const [usual, ...others] = [...groups].sort(([, a], [, b]) => b.length - a.length);
    const other = others[0];
    const odd = other?.[1][0];
    if (!usual || !other || !odd) return;
    const clear = usual[1].length > other[1].length;
    const entry = score.entries?.[odd.place];
    const word = score.method === "sum" ? "adds" : "averages";
    yield {
      at: clear && entry ? at.whole(entry) : at.key(score, "entries"),
      message: `"${score.id}" ${word} items that run over different ranges: "${usual[1][0]?.id}" from ${usual[0]}, "${odd.id}" from ${other[0]}`,
    };
  },
});

/** Every item has labelled options or a recode, and these are all different, or of three ranges and more. */
function isRatedOneByOne(members: readonly Member[], ranges: number, context: Context): boolean {
  const ways = members.map(({ id, recode }) => {
    if (recode) return recode;
    const response = wordedResponse(context, id);
    return response?.type === "choice"
      ? response.options.map(({ code, label }) => `${code} ${JSON.stringify(label)}`).join("; ")
      : undefined;
  });
  return !ways.includes(undefined) && (ranges > 2 || new Set(ways).size === ways.length);
}
