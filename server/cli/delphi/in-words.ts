import type { Measurement } from "../../delphi/measure.ts";
import type { StabilityValue } from "../../delphi/stability.ts";
import { type Exact, exact } from "../../number/exact.ts";
import { printExact } from "../../number/print.ts";
import { roundTo } from "../../number/round.ts";

/** What was measured, as people read it: `28 of 35 (80%)`. The counts stand first, because a rounded percent decides nothing. */
export function measurementInWords(measured: Measurement): string {
  switch (measured.kind) {
    case "share":
      return shareInWords(measured.k, measured.n);
    case "number":
      return short(measured.value);
    case "majority":
      return `majority ${shareInWords(measured.k, measured.n)}, APMO ${short(measured.level)}%`;
    case "ends":
      return `${measured.low} low and ${measured.high} high, ${measured.needed} each disagree`;
    case "ipras":
      return `IPR ${short(measured.ipr)}, IPRAS ${short(measured.ipras)}`;
  }
}

export function shareInWords(k: number, n: number): string {
  return n === 0 ? "nobody" : `${k} of ${n} (${percentOf(k, n)})`;
}

export const percentOf = (k: number, n: number): string =>
  n === 0 ? "–" : `${printExact(roundTo(exact(100 * k, n), TENTH, "half_even"))}%`;

export function stabilityInWords(value: StabilityValue): string {
  switch (value.kind) {
    case "share":
      return value.n === 0 ? "nobody rated twice" : `${short(value.k)} of ${value.n} (${short(value.k.mul(100).div(value.n))}%)`;
    case "wilcoxon":
      return `${value.changed} of ${value.n} changed, ${probability(value.p)}`;
    case "mcnemar":
      return `${value.up} up and ${value.down} down of ${value.n}, ${probability(value.p)}`;
    case "kappa":
      return `kappa ${value.unweighted ? short(value.unweighted) : "undefined"} (n ${value.n})`;
    case "chi_square":
      return `chi-square ${short(value.statistic)}, df ${value.degrees}, ${probability(value.p)}`;
    case "cv_difference":
      return value.difference ? `CV ${short(value.before)} to ${short(value.after)}` : "CV undefined";
  }
}

const probability = (p: number | undefined) => (p === undefined ? "no p" : `p ${p < 0.001 ? "< 0.001" : p.toFixed(3)}`);

const TENTH = exact(1, 10);
const HUNDREDTH = exact(1, 100);

/** Two decimals at most. */
function short(value: Exact | undefined): string {
  return value ? printExact(roundTo(value, HUNDREDTH, "half_even")) : "–";
}
