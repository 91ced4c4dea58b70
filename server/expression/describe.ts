import { exactDecimal, printExact } from "../number/print.ts";
import { optionOf } from "./compileCall.ts";
import type { Arithmetic, Call, ComparisonOperator, Expression } from "./expression.ts";
import type { DescribedCall } from "./functions/function.ts";
import { FUNCTIONS } from "./functions/index.ts";
import { POWER, UNARY } from "./parts.ts";
import { printFormula } from "./printFormula.ts";
import { partsOf } from "./walk.ts";

/** How an item or a score is called in a description; by default its id. */
export type Naming = (id: string) => string;

/** A formula in plain English, for hover: "the sum of phq1 to phq9", "phq9 is at least 1". */
export function describeFormula(tree: Expression, naming: Naming = (id) => id): string {
  if (!isWithin(tree, DEEPEST)) return printFormula(tree);
  return isCondition(tree) ? clause(tree, "each of", naming) : noun(tree, naming);
}

/** Words for more functions inside one another help nobody; such a formula is shown as it is written. */
const DEEPEST = 12;

function isWithin(node: Expression, levels: number): boolean {
  const left = node.kind === "call" ? levels - 1 : levels;
  return left >= 0 && partsOf(node).every((part) => isWithin(part, left));
}

function isCondition(node: Expression): boolean {
  switch (node.kind) {
    case "comparison":
    case "membership":
    case "between":
    case "logical":
    case "not":
      return true;
    case "call":
      return CONDITIONS.has(node.function.text);
    default:
      return false;
  }
}

const CONDITIONS: ReadonlySet<string> = new Set(["any", "all", "answered", "missing", "valid", "selected"]);

/** A condition as a clause. `among` stands before a span that is its subject: "each of phq1 to phq9 is answered". */
function clause(node: Expression, among: string, naming: Naming): string {
  const subject = (part: Expression) => (isMany(part) ? `${among} ${noun(part, naming)}` : noun(part, naming));
  switch (node.kind) {
    case "comparison":
      return `${subject(node.left)} ${VERBS[node.operator]} ${noun(node.right, naming)}`;
    case "membership": {
      const members = node.list.kind === "list" ? node.list.members.map((member) => noun(member, naming)) : [noun(node.list, naming)];
      return `${subject(node.value)} is ${listed(members, "or")}`;
    }
    case "between":
      return `${subject(node.value)} is between ${noun(node.low, naming)} and ${noun(node.high, naming)}`;
    case "logical": {
      const part = (side: Expression) => {
        const words = clause(side, among, naming);
        // Brackets say what and/or hold together, as the words have no order of strength.
        return isJoined(side) && !(side.kind === "logical" && side.operator === node.operator) ? `(${words})` : words;
      };
      return `${part(node.left)} ${node.operator} ${part(node.right)}`;
    }
    case "not":
      return `it is not the case that ${clause(node.operand, among, naming)}`;
    case "call":
      return callInWords(node, among, naming);
    case "truth":
      return node.value ? "always" : "never";
    default:
      return `${subject(node)} is true`;
  }
}

/** True where a clause has an and/or of its own. */
function isJoined(node: Expression): boolean {
  if (node.kind === "logical") return true;
  return node.kind === "call" && (node.function.text === "any" || node.function.text === "all") && node.arguments.length > 1;
}

const VERBS: Readonly<Record<ComparisonOperator, string>> = {
  "==": "is",
  "!=": "is not",
  "<": "is below",
  "<=": "is at most",
  ">": "is above",
  ">=": "is at least",
};

function noun(node: Expression, naming: Naming): string {
  switch (node.kind) {
    case "number":
      return exactDecimal(node.value) ?? printExact(node.value);
    case "name":
      return node.property === undefined ? naming(node.id) : `the ${node.property.replaceAll("_", " ")} of ${naming(node.id)}`;
    case "span":
      return `${naming(node.first.id)} to ${naming(node.last.id)}`;
    case "list":
      return listed(
        node.members.map((member) => noun(member, naming)),
        "and",
      );
    case "negation":
      return `minus ${operand(node.operand, UNARY, naming)}`;
    case "arithmetic":
      return arithmetic(node, naming);
    case "missing":
      return "a missing value";
    case "faulty":
      return "something that cannot be read";
    case "call":
      return isCondition(node) ? `whether ${clause(node, "each of", naming)}` : callInWords(node, "each of", naming);
    default:
      return isCondition(node) ? `whether ${clause(node, "each of", naming)}` : printFormula(node);
  }
}

function arithmetic(node: Arithmetic, naming: Naming): string {
  const power = POWER[node.operator] ?? 0;
  const [left, right] = [operand(node.left, power, naming), operand(node.right, power + 1, naming)];
  switch (node.operator) {
    case "+":
      return `${left} plus ${right}`;
    case "-":
      return `${left} minus ${right}`;
    case "*":
      return `${left} times ${right}`;
    case "/":
      return `${left} divided by ${right}`;
    case "mod":
      return `the remainder of ${left} divided by ${right}`;
    case "^":
      return right === "2" ? `the square of ${left}` : `${left} to the power of ${right}`;
  }
}

/** A part of a calculation, in brackets where it is a calculation that holds together less tightly. */
function operand(node: Expression, least: number, naming: Naming): string {
  const words = noun(node, naming);
  return node.kind === "arithmetic" && (POWER[node.operator] ?? 0) < least ? `(${words})` : words;
}

function callInWords(call: Call, among: string, naming: Naming): string {
  const fn = FUNCTIONS.get(call.function.text);
  if (fn === undefined) return printFormula(call);
  const difference = call.arguments[0];
  if (fn.name === "abs" && difference?.kind === "arithmetic" && difference.operator === "-") {
    const many = isMany(difference) ? "differences" : "difference";
    return `the absolute ${many} between ${operand(difference.left, UNARY, naming)} and ${operand(difference.right, UNARY, naming)}`;
  }
  if (fn.name === "scored" && call.arguments.some(isMany))
    return `the scores of ${call.arguments.map((argument) => noun(argument, naming)).join("")}`;
  return fn.words(describedCall(call, among, naming));
}

function describedCall(call: Call, among: string, naming: Naming): DescribedCall {
  const at = <T>(index: number, words: (node: Expression) => T, none: T): T => {
    const node = call.arguments[index];
    return node === undefined ? none : words(node);
  };
  const subjectOf = (node: Expression) => (isMany(node) ? `${among} ${noun(node, naming)}` : noun(node, naming));
  const nothing = "nothing";
  return {
    size: call.arguments.length,
    value: (index) => at(index, (node) => noun(node, naming), nothing),
    subject: (index) => at(index, subjectOf, nothing),
    condition: (index) => at(index, (node) => clause(node, "each of", naming), nothing),
    // Few functions ask for it, and it costs the words of everything below.
    get list() {
      return listed(
        call.arguments.map((node) => noun(node, naming)),
        "and",
      );
    },
    ticked: call.arguments.every(({ kind }) => kind === "name"),
    conditions: (words, joint) => {
      const clauses = call.arguments.map((node) => (isCondition(node) ? clause(node, words, naming) : `${noun(node, naming)} is true`));
      return clauses.join(` ${joint} `);
    },
    need: needInWords(call),
    option: (name) => {
      const node = call.named.find((argument) => argument.name.text === name)?.value;
      return node && printFormula(node);
    },
  };
}

function needInWords(call: Call): string {
  const node = call.named.find(({ name }) => name.text === "need")?.value;
  if (node === undefined) return "";
  const option = optionOf(node);
  if (typeof option === "string") return `, if at least ${option} of them ${option === "half" ? "are" : "is"} there`;
  const words = "share" in option ? `${printExact(option.share.mul(100))} percent` : printExact(option);
  return `, if at least ${words} of them are there`;
}

/** True where a value has members: a span, a list, and what works on them member by member. */
function isMany(node: Expression): boolean {
  switch (node.kind) {
    case "span":
    case "list":
      return true;
    case "negation":
      return isMany(node.operand);
    case "arithmetic":
    case "comparison":
      return isMany(node.left) || isMany(node.right);
    case "call":
      return FUNCTIONS.get(node.function.text)?.memberwise === true && node.arguments.slice(0, 1).some(isMany);
    default:
      return false;
  }
}

function listed(words: readonly string[], joint: "and" | "or"): string {
  return words.length <= 1 ? words.join("") : `${words.slice(0, -1).join(", ")} ${joint} ${words.at(-1) ?? ""}`;
}
