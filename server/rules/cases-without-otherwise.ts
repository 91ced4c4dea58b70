import { rule } from "./rule.ts";

export default rule({
  code: "cases-without-otherwise",
  severity: "info",
  summary: "A score with cases has no value for those who fit none.",
  looksAt: "score",
  needs: ({ value: score }) => score.cases !== undefined,
  *check({ value: score }, { at }) {
    if (!score.cases || score.cases.length === 0 || score.cases.some(({ when }) => when === undefined)) return;
    yield { at: at.key(score, "cases"), message: `whoever fits no case of "${score.id}" has no value: "otherwise" gives one` };
  },
});
