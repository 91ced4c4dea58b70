/** Following the references of an instrument: the one place where names, spans, defaults and rules of an entry are taken apart. */
export { endsOf, isCode, type PossibleAnswer, type PossibleAnswers, possibleAnswers, stepOf } from "./resolve/answers.ts";
export { expandSpan, type Member, membersOf, type UnknownMember } from "./resolve/members.ts";
export { neededCount } from "./resolve/missingRule.ts";
export { onlyNeeded } from "./resolve/onlyNeeded.ts";
export {
  closureUpTo,
  type EvaluationOrder,
  evaluationOrder,
  formulasOf,
  readBy,
  readClosure,
  routingOf,
  valueClosure,
  valueReads,
} from "./resolve/order.ts";
export { readNames } from "./resolve/readNames.ts";
export { fits, type Recodable, type Recoded, recodable, recoded, recodedRange } from "./resolve/recode.ts";
export { isResponseLost, responseOf } from "./resolve/response.ts";
export { type Ends, endsBeforeReversal, itemEnds, type RangeOfScore } from "./resolve/reversal.ts";
