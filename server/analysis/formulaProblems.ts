import { checkFormula } from "../expression/check.ts";
import { formulasIn } from "../model/formulas.ts";
import type { Part } from "../model/parts.ts";
import { localFormulaProblem } from "../model/read/formula.ts";
import type { LocalProblem } from "../model/read/reader.ts";
import { scopeOf } from "../model/scope.ts";
import { instrumentOfPhase, type Study } from "../model/study.ts";
import type { Context } from "../rules/rule.ts";

/** What is wrong with the meaning of a part's formulas: names, types, codes, functions and their arguments. */
export function formulaProblems(part: Part, { instrument }: Context): readonly LocalProblem[] {
  if (part.kind === "study") return eligibleProblems(part.value);
  return formulasIn(part).flatMap(({ tree, expected, level }) => {
    return checkFormula(tree, scopeOf(instrument, level), expected).problems.map((problem) => localFormulaProblem(tree, problem));
  });
}

/** Who may be chosen is said in the names of the phase's instrument. A name that it lacks is told as something that people were not asked. */
const eligibleProblems = (study: Study): readonly LocalProblem[] =>
  study.sampling.values().flatMap(({ eligible, from }) => {
    const instrument = instrumentOfPhase(study, from);
    if (!eligible || !instrument) return [];
    return checkFormula(eligible, scopeOf(instrument), "truth")
      .problems.filter(({ code }) => code !== "undefined-name")
      .map((problem) => localFormulaProblem(eligible, problem));
  });
