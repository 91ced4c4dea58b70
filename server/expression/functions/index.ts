import { abs } from "./abs.ts";
import { all } from "./all.ts";
import { answered } from "./answered.ts";
import { any } from "./any.ts";
import { ceil } from "./ceil.ts";
import { coalesce } from "./coalesce.ts";
import { concat } from "./concat.ts";
import { count } from "./count.ts";
import { floor } from "./floor.ts";
import type { FormulaFunction } from "./function.ts";
import { hours } from "./hours.ts";
import { ifFunction } from "./if.ts";
import { length } from "./length.ts";
import { longestRun } from "./longest_run.ts";
import { lookup } from "./lookup.ts";
import { max } from "./max.ts";
import { mean } from "./mean.ts";
import { min } from "./min.ts";
import { minutes } from "./minutes.ts";
import { missing } from "./missing.ts";
import { percentile } from "./percentile.ts";
import { round } from "./round.ts";
import { scored } from "./scored.ts";
import { sd } from "./sd.ts";
import { selected } from "./selected.ts";
import { sqrt } from "./sqrt.ts";
import { sum } from "./sum.ts";
import { valid } from "./valid.ts";
import { yearsBetween } from "./years_between.ts";

/** Every function of the formula language by its name, in the order of the reference. */
export const FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map(
  [
    sum,
    mean,
    min,
    max,
    sd,
    count,
    any,
    all,
    abs,
    sqrt,
    round,
    floor,
    ceil,
    ifFunction,
    coalesce,
    scored,
    answered,
    missing,
    valid,
    lookup,
    percentile,
    selected,
    minutes,
    hours,
    yearsBetween,
    longestRun,
    concat,
    length,
  ].map((fn) => [fn.name, fn]),
);
