import { opposedMembers } from "../evidence/opposedMembers.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "reversed-twice",
  severity: "warning",
  summary: "An item whose codes run the other way already is reversed besides.",
  looksAt: "score",
  *check({ value: score }, context) {
    const { at, instrument } = context;
    for (const { odd, sister, label, oddValue, sisterValue } of opposedMembers(context, score)) {
      if (odd.reversed === sister.reversed) continue;
      const twice = odd.reversed ? odd : sister;
      const entry = score.entries?.[twice.place];
      if (!entry) continue;
      // Where the flag stands is asked of the item itself, which may have moved.
      const flagged = twice.item?.reverse && entry.reverse === undefined ? instrument.items.get(twice.id) : undefined;
      yield {
        at: at.whole(entry),
        message: `"${label}" has the code ${oddValue} in "${odd.id}" and ${sisterValue} in "${sister.id}", and "${twice.id}" is reversed besides: it counts as if it were not reversed at all`,
        related: flagged ? [{ at: at.value(flagged, "reverse"), message: `"${twice.id}" is reverse-keyed here` }] : [],
      };
      return;
    }
  },
});
