import { measuredOf } from "../delphi/measuredIn.ts";
import { type Delphi, type Measured, ratingResponse } from "../model/delphi.ts";
import type { Response } from "../model/instrument.ts";
import { bandsAreRead } from "./bandsAreRead.ts";

/** A criterion that names a band which the response of some statement lacks. */
export interface UnknownBand {
  readonly criterion: Measured;
  readonly band: string;
  readonly known: readonly string[];
  /** The response that lacks it. */
  readonly response: Response;
}

export function unknownBands(study: Delphi): readonly UnknownBand[] {
  const found: UnknownBand[] = [];
  const responses = ratedOn(study);
  for (const consensus of [study.consensus, ...study.rounds.map((round) => round.consensus)]) {
    if (!consensus) continue;
    for (const criterion of measuredOf(consensus)) {
      const of = "of" in criterion ? criterion.of : undefined;
      if (typeof of !== "object" || !("band" in of)) continue;
      const response = responses.find((one) => !one.bands.has(of.band) && bandsAreRead(one));
      if (response) found.push({ criterion, band: of.band, known: [...response.bands.keys()], response });
    }
  }
  return found;
}

/** The responses that statements are rated on, each once; none where one of them could not be read. */
export function ratedOn(study: Delphi): readonly Response[] {
  const found = new Set<Response>();
  for (const statement of study.statements.values())
    for (const round of [undefined, ...study.rounds.filter(({ response }) => response !== undefined)]) {
      const response = ratingResponse(study, statement, round);
      if (!response) return [];
      found.add(response);
    }
  return [...found];
}
