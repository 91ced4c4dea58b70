import { type Exact, exact, ONE, ZERO } from "../../number/exact.ts";
import { ROUNDING_MODES } from "../../number/round.ts";
import { quantile } from "../functions/percentile.ts";
import { isNumber, type Value } from "../value.ts";
import { type Atom, NO_TAGS, type Outcome, point } from "./atom.ts";
import { type FunctionRange, neededOf, type Options } from "./functionRange.ts";
import type { Gathering } from "./gathering.ts";
import { COALESCING, choosing } from "./gatherings/choosing.ts";
import { combining } from "./gatherings/combining.ts";
import { deciding } from "./gatherings/deciding.ts";
import type { CombiningRule } from "./gatherings/rule.ts";
import { longestRunning, WRITING } from "./gatherings/running.ts";
import { sorting } from "./gatherings/sorting.ts";
import { spreading } from "./gatherings/spreading.ts";
import { MONTH } from "./operations/arithmetic.ts";
import { ABSOLUTE, CEILING, FLOOR, inUnits, rounding, type Spread, SQUARE_ROOT } from "./operations/ofNumber.ts";
import { keyOf } from "./pointValue.ts";

/** How the possible values of each function come about. */
export const FUNCTION_RANGES: ReadonlyMap<string, FunctionRange> = new Map<string, FunctionRange>([
  ["sum", combined("sum")],
  ["mean", combined("mean")],
  ["min", combined("min")],
  ["max", combined("max")],
  ["count", combined("sum", true)],
  ["sd", { kind: "gathered", gathering: (size, options) => spreading(size, neededOf(options, size)) }],
  ["any", decided(true)],
  ["all", decided(false)],
  ["abs", spread(ABSOLUTE)],
  ["sqrt", spread(SQUARE_ROOT)],
  ["floor", spread(FLOOR)],
  ["ceil", spread(CEILING)],
  ["round", { kind: "each", spread: rounded }],
  ["if", { kind: "gathered", gathering: choosing }],
  ["coalesce", { kind: "gathered", gathering: () => COALESCING }],
  ["answered", present(true)],
  ["valid", present(true)],
  ["missing", present(false)],
  ["minutes", { ...spread(inUnits(ONE, MONTH)), back: (result) => result }],
  ["hours", { ...spread(inUnits(exact(1, 60), MONTH)), back: (result) => result.mul(60) }],
  ["years_between", spread(someYears)],
  ["length", spread(someLength)],
  ["longest_run", { kind: "gathered", gathering: (size, options) => longestRunning(size, neededOf(options, size)) }],
  ["percentile", { kind: "gathered", lastIsSetting: true, gathering: atPlace }],
  ["concat", { kind: "gathered", gathering: () => WRITING }],
]);

function combined(method: CombiningRule["method"], counts?: boolean): FunctionRange {
  return {
    kind: "gathered",
    gathering: (size, options) =>
      combining({
        method,
        weights: new Array(size).fill(ONE),
        always: new Array(size).fill(false),
        needed: neededOf(options, size),
        none: counts === true ? ZERO : null,
        counts,
      }),
  };
}

function decided(by: boolean): FunctionRange {
  return {
    kind: "gathered",
    gathering: (size, options) => deciding(by, size, options("need") === undefined ? undefined : neededOf(options, size)),
  };
}

function spread(how: Spread): FunctionRange & { readonly kind: "each" } {
  return { kind: "each", spread: () => how };
}

/** A percentage of sorted numbers. */
function atPlace(size: number, options: Options, at: Value): Gathering | undefined {
  const type = options("quantile");
  if (typeof type !== "string" || !isNumber(at) || at.lt(ZERO) || at.gt(100)) return undefined;
  const read = (sorted: readonly Exact[]): Exact | null => (sorted.length === 0 ? null : quantile(sorted, at.div(100), type));
  return sorting(`${type} ${keyOf(at)} of `, size, neededOf(options, size), read);
}

function present(there: boolean): FunctionRange {
  return spread(() => [{ atom: point(there) }]);
}

function rounded(options: Options): Spread | undefined {
  const step = options("to") ?? ONE;
  const mode = ROUNDING_MODES.find((each) => each === options("mode"));
  return mode === undefined || typeof step !== "object" || "share" in step || !step.gt(ZERO) ? undefined : rounding(step, mode);
}

/** Between two dates of which one may be any day there may be any number of years. */
function someYears(atoms: readonly Atom[]): readonly Outcome[] | undefined {
  if (atoms.some((atom) => atom.kind === "point" && atom.value === null)) return [{ atom: point(null) }];
  const open = atoms.some((atom) => atom.kind === "stretch" && atom.low.value === undefined && atom.high.value === undefined);
  if (!open || atoms.some((atom) => atom.kind === "unknown")) return undefined;
  const end = { open: true, sure: true };
  return [{ atom: { kind: "stretch", measure: "number", low: end, high: end, dense: true, step: ONE, sure: true, tags: NO_TAGS } }];
}

/** A text that someone wrote has at least one character. */
function someLength([atom]: readonly Atom[]): readonly Outcome[] | undefined {
  if (atom?.kind !== "unknown" || atom.type !== "text") return undefined;
  const low = { value: ONE, open: false, sure: false };
  return [
    { atom: { kind: "stretch", measure: "number", low, high: { open: true, sure: false }, dense: false, sure: false, tags: NO_TAGS } },
  ];
}
