import { measuredOf } from "../delphi/measuredIn.ts";
import { writtenRules } from "../evidence/studyRules.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "quantile-type-missing",
  severity: "error",
  summary: "A range of quantiles is asked for without saying by which definition.",
  looksAt: "delphi",
  *check(part, { at }) {
    for (const consensus of writtenRules(part.value)) {
      for (const criterion of measuredOf(consensus))
        if ((criterion.kind === "iqr" || criterion.kind === "ipr") && !criterion.quantile)
          yield {
            at: at.key(criterion as object as Record<string, unknown>, criterion.kind),
            message: `"${criterion.kind}" needs ${CHOICES}`,
          };
      const { quantile, ...other } = { ...part.value.consensus, ...consensus };
      if (other.preset === "rand_ucla" && other.disagreement === "ipras" && !quantile)
        yield {
          at: at.value(consensus.disagreement ? consensus : (part.value.consensus ?? consensus), "disagreement"),
          message: `"ipras" needs ${CHOICES}`,
        };
    }
  },
});

const CHOICES = "the definition of the quantile: type2, type6 or type7";
