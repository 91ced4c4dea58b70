import type { RawError } from "../../generated/validators.js";
import { nodeAt, type Part, type Path } from "../keys.ts";
import type { KeyNode } from "../keyTable.ts";
import type { ShapeProblem } from "../schema.ts";
import { idProblem, listed } from "./idProblem.ts";
import { missingKey, unknownKey } from "./keyProblems.ts";
import { valueProblem } from "./valueProblem.ts";

/** Turns what the generated functions report into problems in a researcher's words: one for each mistake, in the order of the data. */
export function translate(part: Part, data: unknown, errors: readonly RawError[]): readonly ShapeProblem[] {
  const places = new Map<string, { readonly path: Path; readonly value: unknown; readonly errors: RawError[] }>();
  for (const error of errors) {
    // An error on the name of a key comes with one that says which key: that one is read.
    if (error.propertyName !== undefined || error.keyword === "if") continue;
    const place = places.get(error.instancePath) ?? { ...follow(data, error.instancePath), errors: [] };
    places.set(error.instancePath, place);
    place.errors.push(error);
  }
  const problems = [...places.values()].flatMap(({ path, value, errors }) => problemsAt(part, path, value, errors));
  return withoutConsequences(problems);
}

/** The steps of an address such as `/items/2/weight`, and the value there. */
function follow(data: unknown, address: string): { readonly path: Path; readonly value: unknown } {
  const path: (string | number)[] = [];
  let value = data;
  for (const step of address.split("/").slice(1)) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(value)) {
      path.push(Number(key));
      value = value[Number(key)];
    } else {
      path.push(key);
      value = isKeyed(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    }
  }
  return { path, value };
}

function problemsAt(part: Part, path: Path, value: unknown, errors: readonly RawError[]): readonly ShapeProblem[] {
  const node = nodeAt(part, path);
  // A key of the author's own where lists are expected has no place in the table.
  if (!node) return [{ kind: "wrong-type", path, at: "value", message: "this is not what can stand here" }];
  const keyed = isKeyed(value) ? value : {};
  const strange = errors.flatMap((error) => unexpected(node, path, keyed, error));
  if (strange.length > 0) return strange;
  const excluded = excludedKey(part, path, errors);
  if (excluded) return [excluded];
  const missing = missingKeys(node, keyed, errors);
  if (missing.length > 0) return [missingKey(node, path, missing)];
  const beside = besideEachOther(node, path, keyed, errors);
  if (beside) return [beside];
  const own = errors.filter(({ keyword }) => !OF_KEYS.has(keyword));
  return own.length > 0 ? [valueProblem(node, path, value, own)] : [];
}

const OF_KEYS = new Set(["required", "dependencies", "anyOf", "oneOf"]);

/** Keys that are not known, and keys of the author's own that have not the form they should have. */
function unexpected(node: KeyNode, path: Path, keyed: Keyed, error: RawError): readonly ShapeProblem[] {
  if (error.keyword === "additionalProperties")
    return [unknownKey(node, path, String(error.params.additionalProperty), Object.keys(keyed))];
  if (error.keyword !== "propertyNames") return [];
  const key = String(error.params.propertyName);
  const found = node.entryKey?.id && idProblem(key, node.entryKey.id, [...path, key], "key");
  return [found ?? unknownKey(node, path, key, Object.keys(keyed))];
}

/** A key that may not stand beside another one. */
function excludedKey(part: Part, path: Path, errors: readonly RawError[]): ShapeProblem | undefined {
  if (!errors.some(({ keyword }) => keyword === "false schema")) return undefined;
  const key = String(path.at(-1));
  const others = nodeAt(part, path.slice(0, -1))?.excludes?.[key] ?? [];
  const message = `"${key}" cannot stand beside ${listed(others.map(quoted), "or")}`;
  return { kind: "unknown-key", path, at: "key", key, message };
}

/** The keys that a mapping needs and has not; of alternatives, those that complete the one that was begun. */
function missingKeys(node: KeyNode, keyed: Keyed, errors: readonly RawError[]): readonly (readonly string[])[] {
  const needed = errors.filter(({ keyword }) => keyword === "required" || keyword === "dependencies");
  const groups = errors.filter(isOpenChoice).map(({ schemaPath }) => schemaPath);
  const plain = needed.filter(({ schemaPath }) => !groups.some((group) => schemaPath.startsWith(`${group}/`)));
  const names = [...new Set(plain.map(({ params }) => String(params.missingProperty)))];
  if (names.length > 0) return [names];
  return groups.length === 0 ? [] : alternativesLeft(node, keyed);
}

/** No branch of a choice between keys holds; where two hold, that is another mistake. */
const isOpenChoice = ({ keyword, params }: RawError): boolean =>
  keyword === "anyOf" || (keyword === "oneOf" && !Array.isArray(params.passingSchemas));

function alternativesLeft(node: KeyNode, keyed: Keyed): readonly (readonly string[])[] {
  const open = node.alternatives?.find((group) => !group.some((branch) => branch.every((key) => Object.hasOwn(keyed, key)))) ?? [];
  const begun = open.filter((branch) => branch.some((key) => Object.hasOwn(keyed, key)));
  return (begun.length > 0 ? begun : open).map((branch) => branch.filter((key) => !Object.hasOwn(keyed, key)));
}

/** Two keys of which only one may be there: reported at the later one. */
function besideEachOther(node: KeyNode, path: Path, keyed: Keyed, errors: readonly RawError[]): ShapeProblem | undefined {
  if (!errors.some((error) => error.keyword === "oneOf" && !isOpenChoice(error))) return undefined;
  const choice =
    node.alternatives?.map((group) => group.flat()).find((keys) => keys.filter((key) => Object.hasOwn(keyed, key)).length > 1) ?? [];
  const [first, second] = Object.keys(keyed).filter((key) => choice.includes(key));
  if (first === undefined || second === undefined) return undefined;
  const message = `"${second}" cannot stand beside "${first}": only one of ${listed(choice.map(quoted), "and")} may be given`;
  return { kind: "unknown-key", path: [...path, second], at: "key", key: second, message };
}

/**
 * A list or a mapping that is wrong itself explains what is wrong inside it; a key that may not be there explains what is wrong behind it,
 * and why another one is missing.
 */
function withoutConsequences(problems: readonly ShapeProblem[]): readonly ShapeProblem[] {
  const roots = problems.filter(({ kind }) => kind !== "missing-key");
  return problems.filter((problem) => !roots.some((root) => root !== problem && explains(root, problem)));
}

function explains(root: ShapeProblem, problem: ShapeProblem): boolean {
  if (root.kind === "unknown-key" && problem.kind === "missing-key" && problem.path.length === root.path.length - 1)
    return problem.path.every((step, index) => step === root.path[index]);
  if (root.kind === "invalid-id") return false;
  const behind =
    root.path.length < problem.path.length || (root.path.length === problem.path.length && root.at === "key" && problem.at === "value");
  return behind && root.path.every((step, index) => step === problem.path[index]);
}

type Keyed = Readonly<Record<string, unknown>>;
const isKeyed = (value: unknown): value is Keyed => typeof value === "object" && value !== null && !Array.isArray(value);
const quoted = (word: string): string => `"${word}"`;
