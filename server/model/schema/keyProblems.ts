import { nodeOfKey, type Path } from "../keys.ts";
import type { KeyNode } from "../keyTable.ts";
import type { ShapeProblem } from "../schema.ts";
import { listed } from "./idProblem.ts";
import { nearest } from "./nearest.ts";
import { subject } from "./words.ts";

/** How many keys a message lists at most. */
const MOST_LISTED = 12;

/** A key that is not known where it stands, with the one that was most likely meant: not one that is there already. */
export function unknownKey(node: KeyNode, path: Path, key: string, present: readonly string[]): ShapeProblem {
  const known = node.keys?.map(([name]) => name) ?? [];
  const free = known.filter((name) => !present.includes(name));
  const suggestion = nearest(key, free) ?? free.find((name) => nodeOfKey(node, name)?.synonyms?.includes(key.toLowerCase()));
  const where = path.length === 0 ? "" : ` in ${subject(node, path)}`;
  const message = `unknown key "${key}"${where}${suggestion === undefined ? choices(node, known) : `; did you mean "${suggestion}"?`}`;
  return { kind: "unknown-key", path: [...path, key], at: "key", key, expected: known, suggestion, message };
}

function choices(node: KeyNode, known: readonly string[]): string {
  const chosen = known.length === 0 || node.entryKey?.kind !== "language";
  if (chosen && node.entryKey?.expected !== undefined) return `; expected ${node.entryKey.expected}`;
  if (known.length === 0) return "";
  if (known.length <= MOST_LISTED) return `; known ${known.length === 1 ? "is" : "are"} ${listed(known, "and")}`;
  return `; known are ${known.slice(0, MOST_LISTED).join(", ")} and ${known.length - MOST_LISTED} more`;
}

/** One problem for all keys that a mapping lacks; `choices` are the ways to complete it, each with all its keys. */
export function missingKey(node: KeyNode, path: Path, choices: readonly (readonly string[])[]): ShapeProblem {
  const ways = choices.map((keys) =>
    listed(
      keys.map((key) => `"${key}"`),
      "and",
    ),
  );
  const several = choices.length > 1 && choices.some((keys) => keys.length > 1);
  const message = `${subject(node, path)} needs ${several ? `either ${ways.join(", or ")}` : listed(ways, "or")}`;
  return { kind: "missing-key", path, at: "key", key: choices[0]?.[0], expected: choices.flat(), message };
}
