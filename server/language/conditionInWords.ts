import type { Call, Comparison, Expression } from "../expression/expression.ts";
import type { Phrases } from "./phrases.ts";
import { fill } from "./phrases.ts";

/** What a condition is said with: the numbers of the questions, and the words of the language. */
export interface Saying {
  readonly phrases: Phrases;
  /** The number of a question as it is printed; undefined for what the form does not ask. */
  numberOf(item: string): string | undefined;
}

/** A condition in the language of a form; undefined where the language has no words for a part of it. */
export function conditionInWords(saying: Saying, tree: Expression): string | undefined {
  const { conditions: words } = saying.phrases;
  if (words === undefined) return undefined;
  switch (tree.kind) {
    case "truth":
      return tree.value ? words.always : words.never;
    case "comparison":
      return comparison(saying, tree, "eachOf");
    case "membership": {
      const left = noun(saying, tree.value);
      const members = tree.list.kind === "list" ? every(tree.list.members.map((one) => noun(saying, one))) : undefined;
      return left && members && fill(words.is, { left, right: saying.phrases.list(members, "or") });
    }
    case "between": {
      const [left, low, high] = [noun(saying, tree.value), noun(saying, tree.low), noun(saying, tree.high)];
      return left && low && high && fill(words.between, { left, low, high });
    }
    case "logical": {
      const [left, right] = [tree.left, tree.right].map((side) => bracketed(saying, side, tree.operator));
      return left && right && saying.phrases.text(tree.operator, { left, right });
    }
    case "not": {
      const clause = bracketed(saying, tree.operand, undefined);
      return clause && saying.phrases.text("not", { clause });
    }
    case "call":
      return call(saying, tree);
    default:
      return undefined;
  }
}

/** Brackets say what and/or hold together. */
function bracketed(saying: Saying, side: Expression, operator: "and" | "or" | undefined): string | undefined {
  const words = conditionInWords(saying, side);
  const isOther =
    (side.kind === "logical" && side.operator !== operator) ||
    (side.kind === "call" && /^(?:any|all)$/.test(side.function.text) && side.arguments.length > 1);
  return words && isOther ? `(${words})` : words;
}

const VERBS = { "==": "is", "!=": "isNot", "<": "below", "<=": "atMost", ">": "above", ">=": "atLeast" } as const;

/** `among` stands for a span that is compared: each of its answers, or at least one of them. */
function comparison(saying: Saying, { operator, left, right }: Comparison, among: "eachOf" | "atLeastOneOf"): string | undefined {
  const { conditions: words } = saying.phrases;
  const subject = left.kind === "span" ? span(saying, left, among) : noun(saying, left);
  const object = noun(saying, right);
  return words && subject && object && fill(words[VERBS[operator]], { left: subject, right: object });
}

function span(saying: Saying, node: Extract<Expression, { kind: "span" }>, among: "eachOf" | "atLeastOneOf"): string | undefined {
  const [first, last] = [saying.numberOf(node.first.id), saying.numberOf(node.last.id)];
  const { conditions: words } = saying.phrases;
  return words && first && last ? fill(words[among], { first, last }) : undefined;
}

function call(saying: Saying, { function: { text: name }, arguments: parts, named }: Call): string | undefined {
  const { conditions: words } = saying.phrases;
  const [first, ...codes] = parts;
  if (words === undefined || first === undefined || named.length > 0) return undefined;
  switch (name) {
    case "answered":
    case "valid":
    case "missing": {
      const number = first.kind === "name" && first.property === undefined ? saying.numberOf(first.id) : undefined;
      return number && fill(name === "missing" ? words.notAnswered : words.answered, { number });
    }
    case "selected": {
      const number = first.kind === "name" ? saying.numberOf(first.id) : undefined;
      const label = codes[0] && noun(saying, codes[0]);
      return number && label && codes.length === 1 ? fill(words.ticked, { label, number }) : undefined;
    }
    case "any":
    case "all": {
      const among = name === "any" ? "atLeastOneOf" : "eachOf";
      const clauses = every(
        parts.map((part) => (part.kind === "comparison" ? comparison(saying, part, among) : conditionInWords(saying, part))),
      );
      return clauses?.reduce((left, right) => saying.phrases.text(name === "any" ? "or" : "and", { left, right }));
    }
    default:
      return undefined;
  }
}

/** A value; an answer is called by its question, a text stands between the quotes of the language. */
function noun(saying: Saying, node: Expression): string | undefined {
  const { phrases, numberOf } = saying;
  const { conditions: words } = phrases;
  if (words === undefined) return undefined;
  switch (node.kind) {
    case "number":
      return phrases.number(node.value);
    case "text":
      return fill(words.quoted, { label: node.value });
    case "name": {
      const number = node.property === undefined ? numberOf(node.id) : undefined;
      return number && fill(words.answer, { number });
    }
    case "arithmetic": {
      const [left, right] = [noun(saying, node.left), noun(saying, node.right)];
      const sign = SIGNS[node.operator];
      return left && right && sign && `(${left}) ${sign} (${right})`;
    }
    case "call":
      return counted(saying, node);
    default:
      return undefined;
  }
}

const SIGNS: Readonly<Record<string, string | undefined>> = { "+": "+", "-": "−", "*": "×", "/": "÷" };

function counted(saying: Saying, { function: { text: name }, arguments: parts, named }: Call): string | undefined {
  const { conditions: words } = saying.phrases;
  const [only, ...others] = parts;
  if (words === undefined || only === undefined || named.length > 0) return undefined;
  if (name === "count" && only.kind === "name" && others.length === 0) {
    const number = saying.numberOf(only.id);
    return number && fill(words.ticks, { number });
  }
  if (name === "count") {
    const clauses = every(
      parts.map((part) => (part.kind === "comparison" && part.left.kind === "span" ? undefined : conditionInWords(saying, part))),
    );
    return clauses && fill(words.howMany, { list: clauses.join("; ") });
  }
  if (name !== "sum" && name !== "mean") return undefined;
  const values = every(parts.map((part) => (part.kind === "span" ? span(saying, part, "eachOf") : noun(saying, part))));
  return values && fill(words[name], { list: values.join("; ") });
}

/** All of them, or nothing where one is not known. */
function every(parts: readonly (string | undefined)[]): readonly string[] | undefined {
  const known = parts.flatMap((part) => (part === undefined || part === "" ? [] : [part]));
  return known.length === parts.length ? known : undefined;
}
