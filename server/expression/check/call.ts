import { tableOf } from "../compileCall.ts";
import type { Call } from "../expression.ts";
import type { FormulaFunction } from "../functions/function.ts";
import { FUNCTIONS } from "../functions/index.ts";
import { nearest } from "../nearest.ts";
import { memberwiseType, singlesOf, type Type, UNKNOWN, unify } from "../type.ts";
import { checkArgument } from "./argument.ts";
import { type Checker, change, listed } from "./checker.ts";
import { reportBareCode } from "./comparison.ts";
import { checkNamed } from "./named.ts";

/** A call: is there such a function, do the arguments fit, and what comes out. */
export function typeOfCall(checker: Checker, node: Call): Type {
  const fn = FUNCTIONS.get(node.function.text);
  if (fn === undefined) {
    reportUnknown(checker, node);
    for (const argument of node.arguments) checker.typeOf(argument);
    return UNKNOWN;
  }
  const before = checker.problems.length;
  const table = tableOf(node, fn);
  // The name of a table is no item and no score, so it has no type.
  const types = node.arguments.map((argument, index) => {
    if (table !== undefined && index === 1) return UNKNOWN;
    const before = node.arguments[0];
    if (index > 0 && before !== undefined && fn.parameters[index]?.accepts === "code")
      reportBareCode(checker, checker.typeOf(before), argument);
    return checker.typeOf(argument);
  });
  if (table !== undefined) checkTable(checker, node, table);
  checkCount(checker, node, fn);
  checkNamed(checker, node, fn, types, table !== undefined);
  if (!reportSubtractedSpan(checker, node, fn)) {
    node.arguments.forEach((argument, index) => {
      const parameter = fn.parameters[index] ?? fn.parameters.at(-1);
      if (parameter !== undefined && !(table !== undefined && index === 1))
        checkArgument(checker, node, argument, types[index] ?? UNKNOWN, parameter, fn);
    });
  }
  const byMember = fn.memberwise && types[0]?.kind === "list";
  const result = fn.type({
    types: byMember ? types.map((type) => (type.kind === "list" ? (unify(singlesOf(type)) ?? UNKNOWN) : type)) : types,
    nodes: node.arguments,
    mismatch: (index, message) => {
      const argument = node.arguments[index];
      if (argument !== undefined && checker.problems.length === before) checker.report("type-mismatch", argument, message);
    },
  });
  return byMember ? memberwiseType(types.slice(0, 1), result) : result;
}

/** Names that other programs have for our functions. */
const ALIASES: Readonly<Record<string, string>> = {
  average: "mean",
  avg: "mean",
  total: "sum",
  stdev: "sd",
  stddev: "sd",
  std: "sd",
  minimum: "min",
  maximum: "max",
  iif: "if",
  ifelse: "if",
  isna: "missing",
  isnull: "missing",
  isblank: "missing",
  is_missing: "missing",
  sysmis: "missing",
  rnd: "round",
  int: "floor",
  ceiling: "ceil",
  trunc: "floor",
  countif: "count",
  len: "length",
  nchar: "length",
  concatenate: "concat",
  paste: "concat",
  vlookup: "lookup",
  contains: "selected",
  ifnull: "coalesce",
  ifna: "coalesce",
};

function reportUnknown(checker: Checker, node: Call): void {
  const { text } = node.function;
  const small = text.toLowerCase();
  const meant = meantFunction(small);
  const known = checker.scope.find(text);
  if (meant === undefined && known !== undefined) {
    checker.report("unknown-function", node.function, `"${text}" is ${known.kind === "item" ? "an item" : "a score"}, not a function`);
  } else if (small === "median") {
    checker.report("unknown-function", node.function, 'there is no function "median"; write percentile(..., 50, quantile=type7)');
  } else {
    const fixes = meant === undefined ? [] : [change(`Change to "${meant}"`, node.function, meant, meant === small)];
    checker.report(
      "unknown-function",
      node.function,
      `there is no function "${text}"${meant === undefined ? "" : `; did you mean "${meant}"?`}`,
      fixes,
    );
  }
}

function meantFunction(name: string): string | undefined {
  if (FUNCTIONS.has(name)) return name;
  const near = Object.hasOwn(ALIASES, name) ? name : nearest(name, [...FUNCTIONS.keys(), ...Object.keys(ALIASES)]);
  return near === undefined ? undefined : (ALIASES[near] ?? near);
}

function checkTable(checker: Checker, node: Call, table: string): void {
  if (checker.scope.hasTable(table)) return;
  const at = node.arguments[1];
  const meant = nearest(table, checker.scope.tables());
  const fixes = meant === undefined || at === undefined ? [] : [change(`Change to "${meant}"`, at, meant)];
  checker.report(
    "undefined-name",
    at ?? node,
    `there is no table "${table}"${meant === undefined ? "" : `; did you mean "${meant}"?`}`,
    fixes,
  );
}

function checkCount(checker: Checker, node: Call, fn: FormulaFunction): void {
  const given = node.arguments.length;
  const many = fn.parameters.at(-1)?.many === true;
  const wanted = fn.parameters.length;
  if (given === wanted || (many && given >= wanted)) return;
  const names = listed(
    fn.parameters.map(({ name }) => name),
    "and",
  );
  const [spare] = fn.named;
  const hint =
    given > wanted && spare !== undefined ? `; write ${fn.named.map(({ name }) => `${name}=`).join(" or ")} before what is no value` : "";
  const takes = many
    ? `at least ${wanted === 1 ? "one value" : `${wanted} values`}`
    : `${wanted === 1 ? "one value" : `${wanted} values`} (${names})`;
  checker.report(
    "wrong-argument-count",
    node.function,
    `"${fn.name}" takes ${takes}, ${given === 0 ? "none" : given} ${given === 1 ? "is" : "are"} given${hint}`,
  );
}

/** `sum(phq1-phq9)`: a span was meant, and a single difference would be added up. */
function reportSubtractedSpan(checker: Checker, node: Call, fn: FormulaFunction): boolean {
  const [only, second] = node.arguments;
  if (second !== undefined || only?.kind !== "arithmetic" || only.operator !== "-" || fn.memberwise || fn.parameters[0]?.many !== true)
    return false;
  const { left, right } = only;
  if (left.kind !== "name" || right.kind !== "name" || left.property !== undefined || right.property !== undefined) return false;
  const stem = (id: string) => id.replace(/\d+$/, "");
  const span = checker.scope.span(left.id, right.id);
  if (stem(left.id) !== stem(right.id) || span === undefined || span.length < 2) return false;
  const written = `${left.id}..${right.id}`;
  const fix = change(`Change to ${written}`, { start: left.end, end: right.start }, "..");
  checker.report(
    "type-mismatch",
    only,
    `this subtracts "${right.id}" from "${left.id}"; all items from one to the other are written ${written}`,
    [fix],
  );
  return true;
}
