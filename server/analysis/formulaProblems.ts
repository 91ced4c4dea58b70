import { checkFormula } from "../expression/check.ts";
import { formulasIn } from "../model/formulas.ts";
import type { Part } from "../model/parts.ts";
import { localFormulaProblem } from "../model/read/formula.ts";
import type { LocalProblem } from "../model/read/reader.ts";
import { scopeOf } from "../model/scope.ts";
import type { Context } from "../rules/rule.ts";

/** What is wrong with the meaning of a part's formulas: names, types, codes, functions and their arguments. */
export function formulaProblems(part: Part, { instrument }: Context): readonly LocalProblem[] {
  return formulasIn(part).flatMap(({ tree, expected, level }) => {
    return checkFormula(tree, scopeOf(instrument, level), expected).problems.map((problem) => localFormulaProblem(tree, problem));
  });
}
