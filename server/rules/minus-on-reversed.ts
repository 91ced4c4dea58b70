import { hasEntries } from "../evidence/needs.ts";
import { fieldOf } from "../model/origins.ts";
import { membersOf } from "../model/resolve.ts";
import { placeIn } from "../syntax/place.ts";
import { type FindingFix, rule } from "./rule.ts";

export default rule({
  code: "minus-on-reversed",
  severity: "error",
  summary: "A score reverses an item that is reverse-keyed already.",
  looksAt: "score",
  needs: hasEntries,
  *check({ value: score }, { at, instrument, scoring }) {
    for (const { place, why, id } of membersOf(scoring, score).unknown) {
      const entry = score.entries?.[place];
      const item = why === "minus_on_reversed" ? instrument.items.get(id) : undefined;
      if (!entry || !item) continue;
      const here = at.whole(entry);
      const fixes: FindingFix[] = [
        {
          title: "Remove the minus",
          safe: false,
          edits: [{ at: placeIn(here.segment, { start: here.start, end: here.start + 1 }), newText: "" }],
        },
      ];
      const reverse = fieldOf(item, "reverse");
      if (reverse && !entry.last)
        fixes.push({
          title: `Set "reverse" of "${id}" to false`,
          safe: false,
          edits: [{ at: placeIn(reverse.segment, reverse.value), newText: "false" }],
        });
      yield {
        at: here,
        message: `"${id}" is reverse-keyed already: a minus on top leaves open whether it is reversed`,
        related: [{ at: at.value(item, "reverse"), message: `"${id}" is reverse-keyed here` }],
        fixes,
      };
    }
  },
});
