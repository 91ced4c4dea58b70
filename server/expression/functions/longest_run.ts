import { exact } from "../../number/exact.ts";
import { equalValues } from "../operators.ts";
import { neededOf } from "../range/functionRange.ts";
import { longestRunning } from "../range/gatherings/running.ts";
import { NUMBER } from "../type.ts";
import type { Value } from "../value.ts";
import type { FormulaFunction } from "./function.ts";
import { allValues, enough, NEED } from "./need.ts";

export const longestRun: FormulaFunction = {
  name: "longest_run",
  summary: "the most answers in a row that are the same: a sign of answering in a straight line",
  help: "The answers are taken as given, before anything is reversed, in the order they are written. A missing answer ends a run; without need= any missing answer makes it missing.",
  example: "longest_run(olbi1..olbi16)",
  parameters: [{ name: "answers", summary: "answers, spans or lists", accepts: "values", many: true }],
  named: [NEED],
  memberwise: false,
  words: (call) => `the most equal answers in a row among ${call.list}${call.need}`,
  range: { kind: "gathered", gathering: (size, options) => longestRunning(size, neededOf(options, size)) },
  type: () => NUMBER,
  evaluate: (call) => {
    const values = allValues(call.values());
    const there = values.filter((value) => value !== null).length;
    return enough(call.option("need"), there, values.length) && there > 0 ? exact(longest(values)) : null;
  },
};

function longest(values: readonly Value[]): number {
  let most = 0;
  let run = 0;
  let before: Value = null;
  for (const value of values) {
    run = value === null ? 0 : equalValues(before, value) === true ? run + 1 : 1;
    most = Math.max(most, run);
    before = value;
  }
  return most;
}
