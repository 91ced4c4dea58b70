import { type ConsensusRule, consensusRule, writtenConsensus } from "../delphi/consensusRule.ts";
import { type RatingScale, ratingScale } from "../delphi/ratingScale.ts";
import type { Consensus, Delphi, Round } from "../model/delphi.ts";
import { ratedOn } from "./unknownBands.ts";

/** A rule of consensus with the scale that it is applied to. */
export interface StudyRule {
  /** Where it is written: the study's rule, or what a round changes of it. */
  readonly written: Consensus;
  readonly round?: Round;
  readonly rule: ConsensusRule;
  readonly scale: RatingScale;
}

/** Every rule that a study decides by, on each scale that its statements are rated on; none where a response could not be read. */
export function studyRules(study: Delphi): readonly StudyRule[] {
  const scales = ratedOn(study).flatMap((response) => ratingScale(response) ?? []);
  return [undefined, ...study.rounds.filter(({ consensus }) => consensus !== undefined)].flatMap((round) => {
    const written = round ? round.consensus : study.consensus;
    const whole = writtenConsensus(study, round);
    return written && whole ? scales.map((scale) => ({ written, round, rule: consensusRule(study, whole, scale), scale })) : [];
  });
}

/** The rules as written, of the study and of its rounds. */
export const writtenRules = (study: Delphi): readonly Consensus[] =>
  [study.consensus, ...study.rounds.map(({ consensus }) => consensus)].filter((one) => one !== undefined);

/** The rule that says this: a round may change only a part of the study's. */
export const holderOf = (study: Delphi, { written }: StudyRule, key: keyof Consensus): Consensus =>
  written[key] === undefined ? (study.consensus ?? written) : written;

/** Ratings of an example in words: `5 in low and 5 in critical`, points without a band by their code. */
export function exampleInWords(scale: RatingScale, counts: readonly number[]): string {
  const parts = new Map<string, number>();
  for (const [place, { code }] of scale.points.entries()) {
    const count = counts[place] ?? 0;
    if (count === 0) continue;
    const band = [...scale.bands].find(([, places]) => places.includes(place))?.[0];
    const name = band === undefined ? code : `"${band}"`;
    parts.set(name, (parts.get(name) ?? 0) + count);
  }
  const words = [...parts].map(([name, count]) => `${count} in ${name}`);
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
