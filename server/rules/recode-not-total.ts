import { recodeUses, written } from "../evidence/recodeUses.ts";
import { recoded } from "../model/resolve.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "recode-not-total",
  severity: "error",
  summary: "An answer that can be given, or a value that can be reached, has no row in the recode.",
  looksAt: ["recode", "score"],
  *check(part, context) {
    for (const { recode, entries } of recodeUses(part, context)) {
      for (const { member, values } of entries) {
        const lost = values.filter((value) => recoded(recode, value).kind === "no_row");
        const [first, ...more] = lost;
        if (!first) continue;
        const shown = more.length > 0 && more.length < 5 ? lost.map(written).join(", ") : written(first);
        const rest = more.length < 5 ? "" : ` and ${more.length} more values`;
        yield {
          at: context.at.name(recode),
          message: `"${member.id}" can be ${shown}${rest}, and ${recode.id === undefined ? "the recode" : `"${recode.id}"`} has no row for ${more.length > 0 ? "them" : "it"}: such a score would be missing`,
        };
        break;
      }
    }
  },
});
