import { holdsResponse } from "../evidence/needs.ts";
import { isScoredOn, scoreOf, writtenResponse } from "../evidence/writtenResponse.ts";
import { rule } from "./rule.ts";

/** Whoever chooses it counts as not having answered, although nothing says so. */
export default rule({
  code: "option-without-score",
  severity: "warning",
  summary: "An option has no score, while the others of its response have one.",
  looksAt: ["response", "item", "section"],
  needs: holdsResponse,
  *check(part, context) {
    const response = writtenResponse(part);
    if (response?.type !== "choice") return;
    const answers = response.options.filter(({ missing, other }) => !missing && !other);
    const without = answers.filter((option) => scoreOf(option) === undefined);
    // One scored option is a flag, and what has none at all is no scale.
    if (without.length === 0 || answers.length - without.length < 2 || !isScoredOn(part, context)) return;
    for (const option of without) {
      const said = option.label ? `"${option.label.own}"` : `"${option.code}"`;
      yield {
        at: context.at.name(option),
        message: `${said} has no score, and the other options have one: whoever chooses it has no score (give it one, or say "missing: true")`,
      };
    }
  },
});
