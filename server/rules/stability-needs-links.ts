import type { StabilityMeasure } from "../model/delphi.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "stability-needs-links",
  severity: "error",
  summary: "Stability follows single panellists, and nobody knows who they are.",
  looksAt: "delphi",
  *check(part, { at }) {
    const { anonymity, stability } = part.value;
    if (anonymity === "full" && stability && LINKED.includes(stability.measure))
      yield {
        at: at.value(stability, "measure"),
        message: `"${stability.measure}" compares both ratings of each panellist, which under full anonymity cannot be joined; "net_change" and "cv_difference" need no link`,
      };
  },
});

const LINKED: readonly StabilityMeasure[] = ["percent_changed", "percent_changed_band", "wilcoxon", "mcnemar", "kappa", "chi_square"];
