/** What routing can and cannot do, proved over all answers that an instrument allows. Plain data; nothing is said where nothing was proved. */
export { type Decision, decide } from "./decide.ts";
export {
  type Blame,
  itemReachability,
  type Reachability,
  routingCycles,
  routingGraph,
  sectionReachability,
  unreachableOptions,
} from "./items.ts";
export { type Reason, reasonInWords, whyNever } from "./reason.ts";
export { type CaseReach, caseReach, type HiddenEntry, hiddenEntry } from "./scores.ts";
