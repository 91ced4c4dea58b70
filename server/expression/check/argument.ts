import type { Call, Expression } from "../expression.ts";
import type { Accepts, FormulaFunction, Parameter } from "../functions/function.ts";
import { parseDate } from "../moment.ts";
import { printFormula } from "../printFormula.ts";
import { isNumeric, isOpen, singlesOf, type Type, wordsFor } from "../type.ts";
import { checkCode, noDate, sentence } from "./answers.ts";
import { notANumber } from "./arithmetic.ts";
import { type Checker, change, wrap } from "./checker.ts";
import { requireTruth } from "./expected.ts";
import { reportCodesForScores } from "./scores.ts";

/** Reports an argument that does not fit its parameter. */
export function checkArgument(checker: Checker, call: Call, node: Expression, type: Type, parameter: Parameter, fn: FormulaFunction): void {
  const { accepts } = parameter;
  if ((accepts === "number" || accepts === "numbers" || accepts === "place") && reportCodesForScores(checker, node)) return;
  const isFirst = node === call.arguments[0];
  // A memberwise function takes a list in its first place, and `if` and `coalesce` pass lists on.
  if (type.kind === "list" && !LISTS.has(accepts) && !(fn.memberwise && (isFirst || accepts === "value"))) {
    checker.report("type-mismatch", node, `"${fn.name}" takes one value here, and this is ${wordsFor(type)}`);
    return;
  }
  CHECKS[accepts](checker, node, type, call);
}

const LISTS: ReadonlySet<Accepts> = new Set(["numbers", "truths", "values", "scored"]);

type Check = (checker: Checker, node: Expression, type: Type, call: Call) => void;

const anything: Check = () => {};

const numbers: Check = (checker, node, type, call) => {
  const wrong = singlesOf(type).find((single) => !isNumeric(single));
  if (wrong === undefined) return;
  const counts =
    wrong.kind === "truth" &&
    call.function.text === "sum" &&
    call.arguments.every((argument) => singlesOf(checker.typeOf(argument)).every(({ kind }) => kind === "truth"));
  const message = counts ? "these are true or false, not numbers: count(...) is how many are true" : notANumber(checker, wrong);
  checker.report("type-mismatch", node, message, counts ? [change("Change to count", call.function, "count", true)] : []);
};

const truths: Check = (checker, node, type, call) => {
  for (const single of singlesOf(type)) {
    if (single.kind === "truth" || isOpen(single) || (single.kind === "multiple" && call.function.text === "count")) continue;
    if (type.kind !== "list") {
      requireTruth(checker, node, type);
      return;
    }
    const text = printFormula(node);
    const message = `"${call.function.text}" takes conditions, and these are no conditions: write ${call.function.text}(answered(${text})) for the answers that are there, or compare them, ${text} >= 1`;
    checker.report("not-a-truth-value", node, message, [wrap(`Change to answered(${text})`, node, "answered(", ")")]);
    return;
  }
};

/** A check of the kind alone. */
function only(fits: (type: Type, node: Expression) => boolean, wanted: string): Check {
  return (checker, node, type) => {
    const wrong = singlesOf(type).find((single) => !isOpen(single) && !fits(single, node));
    if (wrong !== undefined) checker.report("type-mismatch", node, `${wanted} is needed here, and this is ${wordsFor(wrong)}`);
  };
}

const scored: Check = (checker, node, type) => {
  if (node.kind === "list") {
    for (const member of node.members) scored(checker, member, checker.typeOf(member), EMPTY);
  } else if (node.kind === "name" || node.kind === "span") {
    const ids = node.kind === "name" ? [node.id] : (checker.scope.span(node.first.id, node.last.id) ?? []);
    const lost = ids.find((id) => checker.scope.find(id)?.scorable === false);
    if (lost !== undefined) checker.report("type-mismatch", node, `"${lost}" has no number as its score`);
    else if (node.kind === "name" && node.property !== undefined && !isOpen(type))
      checker.report("type-mismatch", node, `scored(...) takes the name alone: ${node.id}`);
  } else if (!isOpen(type)) {
    checker.report(
      "type-mismatch",
      node,
      "scored(...) takes the name of an item or score, a span or a list of them: put it around the names",
    );
  }
};

const multiple: Check = (checker, node, type) => {
  if (isOpen(type) || singlesOf(type).every(({ kind }) => kind === "multiple" || kind === "unknown")) return;
  const option = singlesOf(type).find((single) => single.kind === "option");
  const hint =
    option?.kind === "option"
      ? `${sentence(checker, option.answers)}, one of them: compare it with ==`
      : `an item with a multiple response is needed here, and this is ${wordsFor(type)}`;
  checker.report("type-mismatch", node, hint);
};

const code: Check = (checker, node, type, call) => {
  const [item] = call.arguments;
  const answers =
    item === undefined ? [] : singlesOf(checker.typeOf(item)).flatMap((single) => (single.kind === "multiple" ? [single.answers] : []));
  if (checkCode(checker, node, answers)) return;
  only(({ kind }) => kind === "text" || kind === "number" || kind === "option", "a code in quotation marks")(checker, node, type, call);
};

const CHECKS: Readonly<Record<Accepts, Check>> = {
  number: numbers,
  numbers,
  place: numbers,
  truth: (checker, node, type) => {
    for (const single of singlesOf(type)) {
      if (single.kind === "truth" || isOpen(single)) continue;
      requireTruth(checker, node, type);
      return;
    }
  },
  truths,
  text: only(({ kind }) => kind === "text" || kind === "option", "a text"),
  date: (checker, node, type, call) => {
    if (node.kind !== "text") only(({ kind }) => kind === "date", "a date")(checker, node, type, call);
    else if (parseDate(node.value) === undefined) checker.report("type-mismatch", node, noDate(node.value));
  },
  clock: only(({ kind }) => kind === "time" || kind === "duration", "a clock time or a duration"),
  value: anything,
  values: anything,
  multiple,
  code,
  scored,
  table: (checker, node) => checker.report("type-mismatch", node, "the name of a table is needed here"),
};

const EMPTY: Call = { kind: "call", function: { text: "scored", start: 0, end: 0 }, arguments: [], named: [], start: 0, end: 0 };
