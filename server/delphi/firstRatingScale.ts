import { type Delphi, ratingResponse } from "../model/delphi.ts";
import { type RatingScale, ratingScale } from "./ratingScale.ts";

/** The scale of the first statement that can be rated: what a study's one rule is said on. */
export function firstRatingScale(study: Delphi): RatingScale | undefined {
  for (const statement of study.statements.values()) {
    const response = ratingResponse(study, statement);
    const scale = response && ratingScale(response);
    if (scale) return scale;
  }
  return undefined;
}
