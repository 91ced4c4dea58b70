import type { Analysis } from "../../server/analysis/analysis.ts";
import { answersInWords } from "../../server/cli/test/answers-in-words.ts";
import { origins } from "../../server/model/origins.ts";
import type { Problem } from "../../server/problem.ts";
import { mutate } from "../../server/scoring/mutate.ts";
import { compileInstrument } from "../../server/scoring/pipeline.ts";
import { checkOf, runInlineTests } from "../../server/scoring/tests.ts";

/** The slips that no test of a document notices, as its page shows them: at the name of the score. */
export function survivors(analysis: Analysis): readonly Problem[] {
  const compiled = compileInstrument(analysis.instrument);
  const checks = runInlineTests(compiled).map((outcome) => checkOf(outcome));
  return mutate(compiled, checks).survivors.flatMap(({ mutant, answers }) => {
    const score = analysis.instrument.scores.get(mutant.scores[0] ?? "");
    if (!score) return [];
    const message = `${mutant.change}, and no test notices; it would show for ${answersInWords(answers)}`;
    return [
      { code: "surviving-mutation", severity: "warning", message, range: analysis.range(origins.name(score)), related: [], fixes: [] },
    ];
  });
}
