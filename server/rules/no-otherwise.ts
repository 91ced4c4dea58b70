import { rule } from "./rule.ts";

export default rule({
  code: "no-otherwise",
  severity: "error",
  summary: "The rule of consensus does not say what happens to all other statements.",
  looksAt: "delphi",
  *check(part, { at }) {
    const { consensus } = part.value;
    if (consensus && consensus.otherwise === undefined)
      yield {
        at: at.key(part.value, "consensus"),
        message: `a statement that is neither included nor excluded needs "otherwise": carry, include or exclude`,
      };
  },
});
