import type { RawError } from "../../generated/validators.js";
import type { Path } from "../keys.ts";
import type { KeyNode } from "../keyTable.ts";
import type { ShapeProblem } from "../schema.ts";
import { idProblem, listed } from "./idProblem.ts";
import { nearest } from "./nearest.ts";
import { belongs, shortened, subject, wordsOf, written } from "./words.ts";

/** The one problem of a value that is not what belongs at its place, whatever number of conditions it fails. */
export function valueProblem(node: KeyNode, path: Path, value: unknown, errors: readonly RawError[]): ShapeProblem {
  if (node.id !== undefined && typeof value === "string") {
    const problem = idProblem(value, node.id, path, "value");
    if (problem) return problem;
  }
  if (value === null) return wrongType(path, `${subject(node, path)} is empty; expected ${belongs(node)}`);
  const words = wordsOf(node);
  const meant = asMeant(node, value);
  if (words.length > 0 && typeof value === "string" && meant === undefined) return unknownValue(node, path, value, words);
  const failed = (keyword: string) => errors.find((error) => error.keyword === keyword);
  const limit = failed("type") ? undefined : limitOf(errors);
  if (limit !== undefined) return wrongType(path, `${subject(node, path)} must be ${limit}, not ${written(value)}`);
  const count = failed("type") ? undefined : countOf(node, value, errors);
  if (count !== undefined) return wrongType(path, `${subject(node, path)} ${count}`);
  const message = `${subject(node, path)} must be ${belongs(node)}, not ${written(value)}`;
  return wrongType(path, meant === undefined ? message : `${message}; did you mean ${meant}?`, meant);
}

const wrongType = (path: Path, message: string, suggestion?: string): ShapeProblem => ({
  kind: "wrong-type",
  path,
  at: "value",
  suggestion,
  message,
});

function unknownValue(node: KeyNode, path: Path, value: string, words: readonly string[]): ShapeProblem {
  const known = node.wordSynonyms?.[value.toLowerCase()];
  const suggestion = known === undefined ? nearest(value, words) : known || undefined;
  const choices = node.expected ?? listed(words, "or");
  const message = `${subject(node, path)} cannot be "${shortened(value)}"; ${suggestion === undefined ? `expected ${choices}` : `did you mean "${suggestion}"?`}`;
  return { kind: "unknown-value", path, at: "value", expected: words, suggestion, message };
}

function limitOf(errors: readonly RawError[]): string | undefined {
  for (const { keyword, params } of errors) {
    if (keyword === "minimum") return `at least ${params.limit}`;
    if (keyword === "exclusiveMinimum") return `more than ${params.limit}`;
    if (keyword === "maximum") return `at most ${params.limit}`;
  }
  return undefined;
}

/** Too few or too many entries or keys. */
function countOf(node: KeyNode, value: unknown, errors: readonly RawError[]): string | undefined {
  const keyword = errors.find((error) => /^m(in|ax)(Items|Properties)$/.test(error.keyword))?.keyword;
  if (keyword === undefined) return undefined;
  const empty = Array.isArray(value) ? value.length === 0 : keyword === "minProperties";
  if (empty) return `is empty; expected ${belongs(node)}`;
  if (keyword === "maxProperties") return "holds more than one key; write each on its own";
  return `must be ${belongs(node)}`;
}

/** Words that other readers of YAML take for true and false, and numbers written as text. */
function asMeant(node: KeyNode, value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const text = value.trim().toLowerCase();
  if (node.kinds.includes("truth") || wordsOf(node).includes("true")) {
    if (["yes", "on", "y", "true"].includes(text)) return "true";
    if (["no", "off", "n", "false"].includes(text)) return "false";
  }
  const number = node.kinds.includes("number") || node.kinds.includes("whole number");
  return number && /^[-+]?\d+([.,]\d+)?$/.test(text) ? text.replace(",", ".") : undefined;
}
