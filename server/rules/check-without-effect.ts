import { FORMULA_CODES } from "../evidence/formulaCodes.ts";
import { reachOf } from "../evidence/routing.ts";
import { rule } from "./rule.ts";

/** A plain `true` is written on purpose. */
export default rule({
  code: "check-without-effect",
  severity: "warning",
  summary: "A check of an answer that every answer passes, or none.",
  looksAt: "item",
  needs: ({ value: item }) => item.checks.length > 0,
  yieldsTo: [...FORMULA_CODES, "inverted-bounds"],
  *check({ value: item }, context) {
    for (const { that } of item.checks) {
      if (that.kind === "truth") continue;
      const reach = reachOf(that, context);
      if (reach === undefined) continue;
      const [passes, fails] = [reach.gives(true).possible, reach.gives(false).possible];
      if (fails === "no" && passes === "yes") yield { at: that, message: `every answer to "${item.id}" passes this: nothing is checked` };
      if (passes === "no" && fails === "yes")
        yield { at: that, message: `no answer to "${item.id}" passes this: whatever is answered is refused` };
    }
  },
});
