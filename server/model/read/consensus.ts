import type { Field } from "../../syntax/outline.ts";
import type { Consensus } from "../delphi.ts";
import { setOrigin } from "../origins.ts";
import { readCriterion } from "./criterion.ts";
import { choiceIn, fieldsIn, find, type Reading, wholeIn, wordIn } from "./reader.ts";
import { wholeOf } from "./response.ts";

/** What counts as consensus, as written. */
export function readConsensus(reading: Reading, field: Field | undefined): Consensus | undefined {
  const fields = fieldsIn(reading, field);
  if (!field || !fields) return undefined;
  const consensus: Consensus = {
    declared: wordIn(reading, find(fields, "declared")),
    preset: choiceIn(reading, find(fields, "preset"), ["rand_ucla", "comet_70_15"]),
    disagreement: choiceIn(reading, find(fields, "disagreement"), ["table", "ipras", "one_third"]),
    quantile: choiceIn(reading, find(fields, "quantile"), ["type2", "type6", "type7"]),
    medianBoundary: choiceIn(reading, find(fields, "median_boundary"), ["upper", "strict"]),
    denominator: choiceIn(reading, find(fields, "denominator"), ["rated", "returned", "invited"]),
    scope: choiceIn(reading, find(fields, "scope"), ["each_group", "any_group", "pooled", "each_group_and_pooled"]),
    include: readCriterion(reading, find(fields, "include")),
    exclude: readCriterion(reading, find(fields, "exclude")),
    otherwise: choiceIn(reading, find(fields, "otherwise"), ["carry", "include", "exclude"]),
    minimumRated: wholeIn(reading, find(fields, "minimum_rated")),
  };
  setOrigin(consensus, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return consensus;
}
