import { recodes } from "../evidence/needs.ts";
import { recodeUses, written } from "../evidence/recodeUses.ts";
import { limitsOf } from "../evidence/valueDomain.ts";
import { fits } from "../model/resolve.ts";
import { rule } from "./rule.ts";

/** Only numbers between the limits of the rows: what lies beyond them is what `else` is for. */
export default rule({
  code: "recode-gap",
  severity: "warning",
  summary: 'A value between two rows of a recode is taken only by "else".',
  looksAt: ["recode", "score"],
  needs: recodes,
  *check(part, context) {
    for (const { recode, entries } of recodeUses(part, context)) {
      if (!recode.rows.some(({ match }) => match.kind === "interval") || recode.rows.at(-1)?.match.kind !== "else") continue;
      const limits = limitsOf(recode);
      const [low, high] = [limits[0], limits.at(-1)];
      for (const { member, values } of entries) {
        const lost = values.find(
          (value) =>
            value.number &&
            low?.lt(value.number) &&
            high?.gt(value.number) &&
            recode.rows.every(({ match }) => match.kind === "else" || !fits(match, value)),
        );
        if (!lost) continue;
        const last = recode.rows.at(-1);
        yield {
          at: context.at.name(last ?? recode),
          message: `"${member.id}" can be ${written(lost)}, which lies between two rows and is taken by "else"`,
        };
        break;
      }
    }
  },
});
