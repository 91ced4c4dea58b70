import { fieldOf } from "../model/origins.ts";
import { membersOf, neededCount } from "../model/resolve.ts";
import { placeIn } from "../syntax/place.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "fill-missing",
  severity: "error",
  summary: "A sum may have missing entries, and nothing says what stands for them.",
  looksAt: "score",
  needs: ({ value: score }) => score.method === "sum" && score.missing !== undefined,
  *check({ value: score }, { at, scoring }) {
    const { missing } = score;
    if (score.method !== "sum" || !missing || missing.fill !== undefined || fieldOf(missing, "fill")) return;
    const count = membersOf(scoring, score).members.length;
    const needed = neededCount(missing, count);
    if (count === 0 || needed >= count) return;
    const whole = at.whole(missing);
    const inside = whole.segment.text.slice(whole.start, whole.end);
    const flow = inside.startsWith("{") && inside.endsWith("}");
    const end = placeIn(whole.segment, { start: whole.end - 1, end: whole.end - 1 });
    const fix = (fill: string, title: string) => ({ title, safe: false, edits: [{ at: end, newText: `, fill: ${fill}` }] });
    yield {
      at: at.key(score, "missing"),
      message: `"${score.id}" may be summed with ${count - needed} of ${count} entries missing, and nothing says what stands for them: add "fill"`,
      fixes: flow
        ? [fix("person_mean", "Fill with the mean of the answered items"), fix("none", "Leave missing items out of the sum")]
        : [],
    };
  },
});
