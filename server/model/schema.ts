import { VALIDATORS } from "../generated/validators.js";
import { nodeAt, type Part, type Path } from "./keys.ts";
import { idProblem } from "./schema/idProblem.ts";
import { isTooDeep } from "./schema/tooDeep.ts";
import { translate } from "./schema/translate.ts";

export type { Part } from "./keys.ts";

/** A mistake of shape: a key, a value or an id that may not stand where it stands. Its kind is the code of the finding. */
export interface ShapeProblem {
  readonly kind: "unknown-key" | "missing-key" | "wrong-type" | "unknown-value" | "invalid-id";
  /** Keys and indexes from the part to the place. With a missing key: to the mapping that lacks it. */
  readonly path: Path;
  /** Whether the key at the end of `path` is wrong, or what stands behind it. */
  readonly at: "key" | "value";
  /** The unknown or the missing key. */
  readonly key?: string;
  /** What may stand there: keys or words, in the order of the reference. */
  readonly expected?: readonly string[];
  /** What was most likely meant, as it is to be written. */
  readonly suggestion?: string;
  readonly message: string;
}

/**
 * Checks one part of a document: the root (with the named entries in its containers, or without), a section, an item, a score and so on.
 * `data` is what YAML 1.2 makes of the text: strings, numbers, truth values, null, arrays and objects with the keys as written.
 * One mistake gives one problem. Never throws.
 */
export function validatePart(part: Part, data: unknown): readonly ShapeProblem[] {
  if (isTooDeep(data)) return [{ kind: "wrong-type", path: [], at: "value", message: "this is nested too deeply to be read" }];
  const validate = VALIDATORS[part];
  return validate(data) ? [] : translate(part, data, validate.errors ?? []);
}

/** Whether the key of an entry in a container that is read in pieces is an id as it should be: `path` leads to the entry. */
export function validateKey(part: Part, path: Path): ShapeProblem | undefined {
  const id = nodeAt(part, path.slice(0, -1))?.entryKey?.id;
  const key = path.at(-1);
  return id === undefined || key === undefined || String(key).startsWith("x-") ? undefined : idProblem(String(key), id, path, "key");
}
