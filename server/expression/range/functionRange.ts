import { type Exact, ONE, ZERO } from "../../number/exact.ts";
import type { Option } from "../functions/function.ts";
import { needed } from "../functions/need.ts";
import type { Value } from "../value.ts";
import { point } from "./atom.ts";
import type { Gathering } from "./gathering.ts";
import { combining } from "./gatherings/combining.ts";
import { deciding } from "./gatherings/deciding.ts";
import type { CombiningRule } from "./gatherings/rule.ts";
import type { Spread } from "./operations/ofNumber.ts";

/**
 * How the possible values of a function come from those of its arguments. `each`: by its own `evaluate` for single values, with what it makes of
 * whole stretches besides. `gathered`: from its arguments one after the other, spans and lists taken apart, so that long lists stay feasible.
 */
export type FunctionRange =
  | {
      readonly kind: "each";
      readonly spread?: (options: Options) => Spread | undefined;
      /** For a function of one number: the argument that gives this number, or each that does. */
      readonly back?: (result: Exact) => Exact | readonly Exact[];
    }
  | {
      readonly kind: "gathered";
      /** Undefined where it depends on something that is not known before there are answers. */
      readonly gathering: (size: number, options: Options, setting: Value) => Gathering | undefined;
      /** The last argument is no member but says how to gather; it must be known. */
      readonly lastIsSetting?: true;
    };

/** By its own evaluation for single values; of a stretch nothing can be said. */
export const EACH: FunctionRange = { kind: "each" };

/** By its own evaluation for single values, and so for stretches. */
export function spread(how: Spread, back?: (result: Exact) => Exact | readonly Exact[]): FunctionRange {
  return { kind: "each", spread: () => how, back };
}

/** Whether there is a value: it does not matter which. */
export function presence(there: boolean): FunctionRange {
  return spread(() => [{ atom: point(there) }]);
}

/** A list function whose members are combined; `counts` counts those that are true. */
export function combined(method: CombiningRule["method"], counts?: boolean): FunctionRange {
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

/** `any` (decided by one that is true) or `all` (by one that is false). */
export function decided(by: boolean): FunctionRange {
  return {
    kind: "gathered",
    gathering: (size, options) => deciding(by, size, options("need") === undefined ? undefined : neededOf(options, size)),
  };
}

/** The named arguments of a call. */
export type Options = (name: string) => Option | undefined;

/** How many of so many values must be there for a list function: all of them, unless `need` says fewer. */
export function neededOf(options: Options, size: number): number {
  const need = options("need");
  return need === undefined ? size : needed(need, size).ceil().valueOf();
}
