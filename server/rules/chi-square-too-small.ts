import { panelRange } from "../delphi/ratersOf.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "chi-square-too-small",
  severity: "warning",
  summary: "The panel is too small for a chi-square test of stability.",
  looksAt: "delphi",
  *check(part, { at }) {
    const { stability } = part.value;
    const panel = panelRange(part.value);
    if (stability?.measure === "chi_square" && panel && panel.from < FEWEST)
      yield {
        at: at.value(stability, "measure"),
        message: `${panel.from} panellists over the points of the scale leave fewer than 5 in nearly every cell: the p value means nothing`,
      };
  },
});

const FEWEST = 30;
