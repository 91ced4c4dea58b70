import type { Answer } from "./answers.ts";
import { changesNothing } from "./mutation/changesNothing.ts";
import type { Mutant } from "./mutation/mutant.ts";
import { mutantsOf } from "./mutation/mutants.ts";
import { compareVersions } from "./mutation/witness.ts";
import { type AnswersOf, type CompiledInstrument, compileInstrument, type ScoringOptions } from "./pipeline.ts";
import type { ScoreValue } from "./result.ts";

/** What a test says about one person, ready to be asked of any version of the instrument. */
export interface Check {
  readonly answers: AnswersOf;
  readonly expected: readonly ExpectedValue[];
}

export interface ExpectedValue {
  readonly name: string;
  readonly property?: string;
  agrees(actual: ScoreValue): boolean;
}

/** What became of the mutants of an instrument. */
export interface MutationReport {
  /** Mutants that some test notices. */
  readonly killed: number;
  /** Mutants that no test notices although they change a score: the answers show it. */
  readonly survivors: readonly Survivor[];
  /** Mutants that were shown to change no score on any answers, or that cannot be scored. They do not count. */
  readonly equivalent: number;
  /** Mutants that no test notices and for which no answers were found that tell them apart. They do not count either. */
  readonly undecided: readonly Mutant[];
}

export interface Survivor {
  readonly mutant: Mutant;
  readonly answers: ReadonlyMap<string, Answer>;
}

/** Puts one slip after another into an instrument and sees whether its tests notice. Tests that fail on the instrument itself are not asked. */
export function mutate(
  compiled: CompiledInstrument,
  checks: readonly Check[],
  options: Pick<ScoringOptions, "norms"> = {},
): MutationReport {
  const { instrument } = compiled;
  const passing = checks.map((check) => ({ ...check, expected: check.expected.filter((expected) => holds(compiled, check, expected)) }));
  let [killed, equivalent] = [0, 0];
  const survivors: Survivor[] = [];
  const undecided: Mutant[] = [];
  for (const mutant of mutantsOf(instrument, compiled.rangeOfScore)) {
    const mutated = compileInstrument(mutant.instrument, { norms: options.norms });
    const scores = mutant.scores.filter((id) => compiled.order.includes(id));
    if (scores.length === 0 || scores.some((id) => mutated.faulty.has(id))) {
      equivalent++;
    } else if (passing.some((check) => check.expected.some((expected) => !holds(mutated, check, expected)))) {
      killed++;
    } else {
      const found = changesNothing(instrument, mutant) ? ({ kind: "equal" } as const) : compareVersions(compiled, mutated, scores);
      if (found.kind === "different") survivors.push({ mutant, answers: found.answers });
      else if (found.kind === "equal") equivalent++;
      else undecided.push(mutant);
    }
  }
  return { killed, survivors, equivalent, undecided };
}

function holds(compiled: CompiledInstrument, check: Check, expected: ExpectedValue): boolean {
  const result = compiled.score(check.answers).result(expected.name);
  const actual = expected.property === undefined ? result?.value : result?.properties.get(expected.property);
  return actual !== undefined && expected.agrees(actual);
}
