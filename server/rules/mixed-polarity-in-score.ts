import { opposedMembers } from "../evidence/opposedMembers.ts";
import { rule } from "./rule.ts";

/** Of items that are not reverse-keyed, or all are; one that is reversed besides is `reversed-twice`. */
export default rule({
  code: "mixed-polarity-in-score",
  severity: "warning",
  summary: "The same label counts high in one item of a score and low in another.",
  looksAt: "score",
  *check({ value: score }, context) {
    const opposed = opposedMembers(context, score).filter(({ odd, sister }) => odd.reversed === sister.reversed);
    const [first] = opposed;
    const entry = first && score.entries?.[first.odd.place];
    if (!first || !entry) return;
    const others = opposed.length > 1 ? ` and ${opposed.length - 1} more` : "";
    yield {
      at: context.at.whole(entry),
      message: `"${first.label}" counts ${first.oddValue} in "${first.odd.id}"${others} and ${first.sisterValue} in "${first.sister.id}", and neither is reversed`,
    };
  },
});
