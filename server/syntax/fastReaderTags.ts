import { BANG } from "./characters.ts";
import { type Cursor, isGap, skipSpaces } from "./fastReaderCursor.ts";
import type { Node } from "./tree.ts";

const PREFIX = "tag:yaml.org,2002:";

/** The tags of values, each with the plain texts that it leaves what they are without it; all others it leaves texts. */
const OF_VALUES = new Map<string, RegExp | undefined>([
  ["str", undefined],
  ["null", /^(?:~|[Nn]ull|NULL)?$/],
  ["bool", /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/],
  ["int", /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/],
  ["float", /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*|(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+|\.(?:inf|Inf|INF))$|^\.(?:nan|NaN|NAN)$/],
]);

/** The name of the tag that the cursor stands at, one of YAML's own (`!!str`, `!!map` …); moves to what it stands before. */
export function readTag(cursor: Cursor): string | undefined {
  const { text, at } = cursor;
  if (text.charCodeAt(at + 1) !== BANG) return undefined;
  let end = at + 2;
  while (text.charCodeAt(end) >= 97 && text.charCodeAt(end) <= 122) end++;
  if (!isGap(text.charCodeAt(end))) return undefined;
  cursor.at = end;
  skipSpaces(cursor);
  return text.slice(at + 2, end);
}

/** What a value is with a tag before it; undefined where that is another reader's matter: a tag that is unknown, or none for such a value. */
export function withTag(node: Node | undefined, name: string): Node | undefined {
  if (!node || node.kind === "alias") return undefined;
  const tag = PREFIX + name;
  if (node.kind !== "scalar") return name === (node.kind === "mapping" ? "map" : "seq") ? { ...node, tag } : undefined;
  if (!OF_VALUES.has(name)) return undefined;
  const isLeft = node.style !== "plain" || OF_VALUES.get(name)?.test(node.text) === true;
  return { ...node, value: isLeft ? node.value : node.text, tag };
}
