import { writtenConsensus } from "../delphi/consensusRule.ts";
import { measuredOf } from "../delphi/measuredIn.ts";
import type { Measured } from "../model/delphi.ts";
import { fieldOf } from "../model/origins.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "quantile-type-missing",
  severity: "error",
  summary: "A range of quantiles is asked for without saying by which definition.",
  looksAt: "delphi",
  *check(part, { at }) {
    const study = part.value;
    for (const round of [undefined, ...study.rounds]) {
      const consensus = round ? round.consensus : study.consensus;
      if (!consensus) continue;
      for (const criterion of measuredOf(consensus))
        if ((criterion.kind === "iqr" || criterion.kind === "ipr") && !isSaid(criterion))
          yield {
            at: at.key(criterion as object as Record<string, unknown>, criterion.kind),
            message: `"${criterion.kind}" needs ${CHOICES}`,
          };
      const whole = writtenConsensus(study, round);
      const isQuantileSaid = [consensus, study.consensus].some((one) => one && fieldOf(one, "quantile"));
      if (whole?.preset === "rand_ucla" && whole.disagreement === "ipras" && !isQuantileSaid)
        yield {
          at: at.value(consensus.disagreement ? consensus : (study.consensus ?? consensus), "disagreement"),
          message: `"ipras" needs ${CHOICES}`,
        };
    }
  },
});

/** Whether a definition is written, even one that is none of the three. */
function isSaid(criterion: Measured): boolean {
  const written = fieldOf(criterion as object as Record<string, unknown>, criterion.kind)?.value;
  return (
    ("quantile" in criterion && criterion.quantile !== undefined) ||
    (written?.kind === "mapping" && written.pairs.some(({ key }) => key.kind === "scalar" && key.text === "quantile"))
  );
}

const CHOICES = "the definition of the quantile: type2, type6 or type7";
