import { compare, isWhole } from "../../number/arithmetic.ts";
import { exact, ONE, ZERO } from "../../number/exact.ts";
import { printExact } from "../../number/print.ts";
import { optionOf } from "../compileCall.ts";
import type { Argument, Call } from "../expression.ts";
import type { FormulaFunction, NamedParameter } from "../functions/function.ts";
import { needed } from "../functions/need.ts";
import { nearest } from "../nearest.ts";
import { printFormula } from "../printFormula.ts";
import type { Type } from "../type.ts";
import { type Checker, change, listed } from "./checker.ts";

/** The named arguments of a call: known to the function, given once, and with a value that can be. */
export function checkNamed(checker: Checker, call: Call, fn: FormulaFunction, types: readonly Type[], withTable: boolean): void {
  const seen = new Set<string>();
  for (const argument of call.named) {
    const { name, value } = argument;
    const parameter = fn.named.find((one) => one.name === name.text);
    if (parameter === undefined) reportUnknown(checker, fn, argument);
    else if (seen.has(name.text)) checker.report("wrong-argument-count", name, `"${name.text}=" is given twice`);
    else if (value.kind !== "faulty") CHECKS[parameter.accepts](checker, argument, parameter, types);
    seen.add(name.text);
  }
  for (const parameter of fn.named) {
    // `percentile` needs its type of quantile, but not where it reads a table.
    const required = parameter.required || (fn.name === "percentile" && parameter.name === "quantile" && !withTable);
    if (required && !seen.has(parameter.name)) reportAbsent(checker, call, fn, parameter);
  }
}

function reportUnknown(checker: Checker, fn: FormulaFunction, { name }: Argument): void {
  const known = fn.named.map((one) => `${one.name}=`);
  const rest = known.length === 0 ? "it has none" : `it has ${listed(known, "and")}`;
  checker.report("wrong-argument-count", name, `"${fn.name}" has no "${name.text}="; ${rest}`);
}

function reportAbsent(checker: Checker, call: Call, fn: FormulaFunction, { name, words }: NamedParameter): void {
  const last = [...call.arguments, ...call.named.map(({ value }) => value)].reduce(
    (end, node) => Math.max(end, node.end),
    call.function.end + 1,
  );
  const fixes = words.map((word) => change(`Add ${name}=${word}`, { start: last, end: last }, `, ${name}=${word}`));
  const message = `"${fn.name}" needs ${name}=, because programs differ: ${listed(words)}`;
  checker.report("wrong-argument-count", call.function, message, call.arguments.length === 0 ? [] : fixes);
}

type Check = (checker: Checker, argument: Argument, parameter: NamedParameter, types: readonly Type[]) => void;

const CHECKS: Readonly<Record<NamedParameter["accepts"], Check>> = {
  word(checker, { name, value }, { words }) {
    const written = optionOf(value);
    if (typeof written === "string" && value.kind === "name" && words.includes(written)) return;
    if (typeof written === "string" && value.kind === "text" && words.includes(written)) {
      checker.report("unknown-value", value, `${name.text}= takes a word without quotation marks`, [
        change(`Change to ${written}`, value, written, true),
      ]);
      return;
    }
    const text = printFormula(value);
    const meant = nearest(text, words);
    const fixes = meant === undefined ? [] : [change(`Change to ${meant}`, value, meant)];
    checker.report("unknown-value", value, `${name.text}= is ${listed(words)}, not ${text.startsWith('"') ? text : `"${text}"`}`, fixes);
  },
  step(checker, { name, value }) {
    const written = optionOf(value);
    if (typeof written === "object" && !("share" in written) && compare(written, ZERO) > 0) return;
    checker.report("unknown-value", value, `${name.text}= is the step to round to, a number above 0 such as 1, 0.5 or 0.01`);
  },
  need(checker, { value }, parameter, types) {
    const written = optionOf(value);
    const isShare = typeof written === "object" && "share" in written;
    if (typeof written === "string" ? !parameter.words.includes(written) : !isShare && value.kind === "text") {
      checker.report("unknown-value", value, 'need= is a number of values, half, or a share such as "80%"');
      return;
    }
    if (isShare && (compare(written.share, ZERO) <= 0 || compare(written.share, ONE) > 0)) {
      checker.report("impossible-missing-rule", value, "need= is a share above 0% and up to 100%");
      return;
    }
    if (typeof written !== "string" && !isShare && (!isWhole(written) || compare(written, ONE) < 0)) {
      checker.report("impossible-missing-rule", value, 'need= is a whole number of values from 1, half, or a share such as "80%"');
      return;
    }
    const size = sizeOf(types);
    if (size === undefined || size === 0 || compare(needed(written, size), exact(size)) <= 0) return;
    checker.report("impossible-missing-rule", value, `${printExact(needed(written, size))} of ${size} values cannot be there`);
  },
};

/** How many values a call has in all, where that is known. */
function sizeOf(types: readonly Type[]): number | undefined {
  let size = 0;
  for (const type of types) {
    if (type.kind === "unknown") return undefined;
    if (type.kind === "list" && type.length === undefined) return undefined;
    size += type.kind === "list" ? (type.length ?? 0) : 1;
  }
  return size;
}
