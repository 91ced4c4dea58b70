import { panelRange } from "../delphi/ratersOf.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "stability-impossible",
  severity: "warning",
  summary: "Too few panellists can change for a test of stability to ever find a change.",
  looksAt: "delphi",
  *check(part, { at }) {
    const { stability } = part.value;
    const panel = panelRange(part.value);
    if (!stability || !panel || panel.from >= FEWEST || (stability.measure !== "wilcoxon" && stability.measure !== "mcnemar")) return;
    const name = stability.measure === "wilcoxon" ? "the Wilcoxon test" : "McNemar's test";
    yield {
      at: at.value(stability, "measure"),
      message: `with ${panel.from} panellists ${name} can never reach p < 0.05: if all changed, p were ${2 / 2 ** panel.from}`,
    };
  },
});

/** 2 / 2^6 is the first below 0.05. */
const FEWEST = 6;
