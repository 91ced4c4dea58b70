import { fieldOf } from "../model/origins.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "no-otherwise",
  severity: "error",
  summary: "The rule of consensus does not say what happens to all other statements.",
  looksAt: "delphi",
  *check(part, { at }) {
    const { consensus } = part.value;
    // A word that is none of the three is reported as such.
    if (consensus && !fieldOf(consensus, "otherwise"))
      yield {
        at: at.key(part.value, "consensus"),
        message: `a statement that is neither included nor excluded needs "otherwise": carry, include or exclude`,
      };
  },
});
