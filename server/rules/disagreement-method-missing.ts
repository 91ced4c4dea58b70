import { writtenRules } from "../evidence/studyRules.ts";
import { fieldOf } from "../model/origins.ts";
import { rule } from "./rule.ts";

export default rule({
  code: "disagreement-method-missing",
  severity: "error",
  summary: "The RAND/UCLA method is used without saying how disagreement is found.",
  looksAt: "delphi",
  *check(part, { at }) {
    for (const consensus of writtenRules(part.value)) {
      const isSaid = [consensus, part.value.consensus].some((one) => one && fieldOf(one, "disagreement"));
      if (consensus.preset === "rand_ucla" && !isSaid)
        yield { at: at.value(consensus, "preset"), message: `"rand_ucla" needs "disagreement": table, ipras or one_third` };
    }
  },
});
