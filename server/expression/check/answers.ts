import { type Exact, exact } from "../../number/exact.ts";
import { printExact } from "../../number/print.ts";
import type { Expression } from "../expression.ts";
import { nearest } from "../nearest.ts";
import { quote } from "../tokens.ts";
import { type AnswerCode, type Answers, canBe } from "../type.ts";
import { type Checker, change, listed } from "./checker.ts";

/** The code that a literal writes; undefined of anything that is worked out. */
export function literalCode(node: Expression): Exact | string | undefined {
  if (node.kind === "number" || node.kind === "text") return node.value;
  return node.kind === "negation" && node.operand.kind === "number" ? node.operand.value.mul(exact(-1)) : undefined;
}

/**
 * Reports a literal that none of some answers can be. Where members of a span have different responses it is enough that one of them has the code.
 * Returns true where it was reported.
 */
export function checkCode(checker: Checker, node: Expression, answers: readonly Answers[]): boolean {
  const written = literalCode(node);
  const [first] = answers;
  if (written === undefined || first === undefined || answers.some((one) => canBe(one, written))) return false;
  const text = typeof written === "string" ? quote(written) : printExact(written);
  const missing = answers.flatMap(({ codes }) => codes).find((code) => code.missing && sameCode(code, written));
  if (missing !== undefined) {
    const message = `${text} of "${first.of}" is marked as missing, so nothing is equal to it: write missing(${first.of})`;
    checker.report("impossible-option-comparison", node, message);
    return true;
  }
  const meant = typeof written === "string" ? meantCode(first, written) : undefined;
  const fixes = meant === undefined ? [] : [change(`Change to ${writeCode(meant)}`, node, writeCode(meant), isLabel(meant, written))];
  const blank = written === "" ? `; missing(${first.of}) asks whether it is left blank` : "";
  checker.report("impossible-option-comparison", node, `${sentence(checker, first)}, not ${text}${blank}`, fixes);
  return true;
}

/** What to do where all codes would be numbers but for the quotation marks around them, which is what other programs write. */
export function quotedHint({ codes }: Answers): string {
  const answers = codes.filter(({ missing }) => !missing);
  // 01 would become 1, so that the quotation marks are meant.
  const areQuoted = answers.every(({ code, number }) => number === undefined && /^-?(?:0|[1-9]\d*)$/.test(code));
  const [first] = answers;
  return areQuoted && first ? ` (in quotation marks a code is text: write ${first.code} in the options without them)` : "";
}

/** `"leave_past" is answered with "yes" or "no"` */
export function sentence({ scope }: Checker, answers: Answers): string {
  const { of, codes, numbers } = answers;
  const known = codes.filter(({ missing }) => !missing).map(writeCode);
  const shown = known.length > 9 ? [...known.slice(0, 7), "…", known.at(-1) ?? ""] : known;
  const isItem = scope.find(of)?.kind === "item";
  if (numbers === undefined) return `"${of}" ${isItem ? "is answered with" : "can be"} ${listed(shown)}`;
  const { low, high, step } = numbers;
  const whole = step !== undefined && step.d === 1n && step.n === 1n ? "whole numbers " : "";
  const from = low === undefined ? "" : `from ${printExact(low)} `;
  const to = high === undefined ? "" : `to ${printExact(high)}`;
  const range = `${whole || (from + to === "" ? "numbers" : "")}${from}${low === undefined && to !== "" ? "up " : ""}${to}`.trim();
  return `"${of}" ${isItem ? "is answered" : "can be"} ${isItem && (whole !== "" || from + to === "") ? "with " : ""}${range}${known.length > 0 ? ` or ${listed(shown)}` : ""}`;
}

/** What is said of a text in the place of a date. */
export function noDate(text: string): string {
  return `"${text}" is no date: dates are written as "2026-02-23"`;
}

function sameCode({ code, number }: AnswerCode, written: Exact | string): boolean {
  return typeof written === "string" ? code === written : number?.equals(written) === true;
}

/** The code that was meant by a text that is none: the one with that label, or the one spelled most like it. */
function meantCode({ codes }: Answers, written: string): AnswerCode | undefined {
  const there = codes.filter(({ missing }) => !missing);
  const labelled = there.find((code) => isLabel(code, written));
  if (labelled !== undefined) return labelled;
  const near = nearest(
    written,
    there.map(({ code }) => code),
  );
  return there.find(({ code }) => code === near);
}

function isLabel({ code, label }: AnswerCode, written: Exact | string): boolean {
  if (typeof written !== "string") return false;
  const small = written.trim().toLowerCase();
  return small === code.toLowerCase() || small === label?.trim().toLowerCase();
}

/** A code as a formula writes it: a number as it is, everything else in quotation marks. */
export function writeCode({ code, number }: AnswerCode): string {
  return number === undefined ? quote(code) : printExact(number);
}
