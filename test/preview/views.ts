import type { ScoreRange, View } from "../../server/preview/view.ts";
import { everything } from "./everything.ts";
import { number } from "./instruments.ts";

/** The view of the instrument that has everything, with the ranges of its scores worked out by hand. */
export function fullView(more: Partial<View> = {}): View {
  return { instrument: everything(), ranges: RANGES, ...more };
}

const low = new Map([
  ["w1", "1"],
  ["w2", "5"],
  ["w3", "1"],
]);
const high = new Map([
  ["w1", "5"],
  ["w2", "1"],
  ["w3", "5"],
]);

export const RANGES: ReadonlyMap<string, ScoreRange> = new Map<string, ScoreRange>([
  ["work", { min: number(3), max: number(15), exact: true, step: number(1), witness: { min: low, max: high } }],
  ["share", { min: number(0), max: number(100), exact: true, attainable: [0, "12.5", 25, 50, 75, 100].map(number) }],
  ["kind", { exact: true, values: ["content", "other"] }],
  ["long_hours", { exact: true, values: ["true", "false"] }],
  ["root", { min: number(0), max: number("134.16407865"), exact: false }],
  ["steps", { min: number("1.5"), max: number("7.5"), exact: true, step: number("0.5") }],
  ["team", { min: number(3), max: number(15), exact: true }],
]);
