import { membersOf } from "../model/resolve.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "item-twice-in-score",
  severity: "error",
  summary: "A score lists the same item twice.",
  looksAt: "score",
  *check({ value: score }, { at, instrument }) {
    const first = new Map<string, number>();
    const told = new Set<number>();
    for (const { id, place } of membersOf(instrument, score).members) {
      const known = first.get(id);
      if (known === undefined) {
        first.set(id, place);
        continue;
      }
      if (told.has(place)) continue;
      told.add(place);
      const entries = score.entries ?? [];
      const [here, there] = [entries[place], entries[known]];
      if (!here || !there) continue;
      yield {
        at: at.whole(here),
        message: `"${id}" counts twice in "${score.id}"`,
        related: [{ at: at.whole(there), message: `"${id}" is in the score here already` }],
      };
    }
  },
});
