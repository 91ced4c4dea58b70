import { type Kind, NODES, PARTS, type Part } from "../generated/keys.ts";
import type { EntryKey, KeyNode, Reference, ValueKind, Word } from "./keyTable.ts";

export type { Kind, Part } from "../generated/keys.ts";
export type { EntryKey, Reference, ValueKind, Word } from "./keyTable.ts";

/** Keys and indexes from the root of a document, or of a part, to a place in it. */
export type Path = readonly (string | number)[];

/** A key and what may stand behind it. Texts come from the schemas. */
export interface KeyDescription {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly required: boolean;
  /** Values as they are written on one line of YAML. */
  readonly examples: readonly string[];
  readonly default?: string;
  /** What belongs there, in words that end the sentence `must be …`, where the kinds do not say it all. */
  readonly expected?: string;
  readonly kinds: readonly ValueKind[];
  readonly words: readonly Word[];
  readonly references: readonly Reference[];
}

/** The keys that may stand in the mapping at `path`, in the order of the reference. None where the author chooses the keys. */
export function keysAt(kind: Kind, path: Path): readonly KeyDescription[] {
  const node = nodeAt(kind, path);
  return node?.keys?.map(([key, index]) => describe(key, nodeOf(index), node)) ?? [];
}

/** What the last key of `path` means and what may stand behind it, also where the author chose the key (a score's id); undefined where it is unknown. */
export function describeKey(kind: Kind, path: Path): KeyDescription | undefined {
  const node = nodeAt(kind, path);
  const key = path.at(-1);
  return node && key !== undefined ? describe(String(key), node, nodeAt(kind, path.slice(0, -1))) : undefined;
}

/** What the keys of the mapping at `path` are where the author chooses them: ids, codes, spans of items. */
export function entryKeyAt(kind: Kind, path: Path): EntryKey | undefined {
  return nodeAt(kind, path)?.entryKey;
}

/** The part that `validatePart` checks at `path`, where it is one. */
export function partAt(kind: Kind, path: Path): Part | undefined {
  const part = nodeAt(kind, path)?.part;
  return part !== undefined && isPart(part) ? part : undefined;
}

/** The place of the table at `path` from the root of a part (a document's kind is a part too). */
export function nodeAt(part: Part, path: Path): KeyNode | undefined {
  let node: KeyNode | undefined = nodeOf(PARTS[part]);
  for (const step of path) node = node && stepInto(node, step);
  return node;
}

function stepInto(node: KeyNode, step: string | number): KeyNode | undefined {
  if (typeof step === "number" && node.list !== undefined) return nodeOf(node.list);
  const known = node.keys?.find(([key]) => key === String(step));
  if (known) return nodeOf(known[1]);
  if (node.entries === undefined) return undefined;
  // A key that begins with x- is the author's own and means nothing here.
  if (String(step).startsWith("x-")) return undefined;
  // Where keys are known, a stem or a label may stand by language too: `{en: Yes, cy: Ydw}`. A misspelt key is no language.
  if (node.keys && node.entryKey?.kind === "language" && !SHORT_LANGUAGE.test(String(step))) return undefined;
  return nodeOf(node.entries);
}

const SHORT_LANGUAGE = /^([a-z]{2}(-|$)|[a-z]{3}-)/;

/** What stands behind a known key of `node`. */
export function nodeOfKey(node: KeyNode, key: string): KeyNode | undefined {
  const known = node.keys?.find(([name]) => name === key);
  return known && nodeOf(known[1]);
}

function nodeOf(index: number): KeyNode {
  const node = NODES[index];
  if (!node) throw new Error(`the table of keys has no node ${index}`);
  return node;
}

function describe(key: string, node: KeyNode, parent: KeyNode | undefined): KeyDescription {
  return {
    key,
    title: node.title,
    description: node.description,
    required: parent?.required?.includes(key) ?? false,
    examples: node.examples ?? [],
    default: node.default,
    expected: node.expected,
    kinds: node.kinds,
    words: node.words ?? [],
    references: node.references ?? [],
  };
}

const isPart = (name: string): name is Part => Object.hasOwn(PARTS, name);
