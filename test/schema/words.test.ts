import assert from "node:assert/strict";
import { KINDS, NODES, PARTS } from "../../server/generated/keys.ts";
import type { Kind, Path } from "../../server/model/keys.ts";
import { validatePart } from "../../server/model/schema.ts";

describe("closed lists of words", () => {
  const lists = KINDS.flatMap((kind) => listsOf(kind));
  it("are all reached", () => {
    const reached = new Set(lists.map(({ node }) => node));
    const all = NODES.flatMap((node, index) => (node.words ? [index] : []));
    assert.ok(all.length > 30, `${all.length} lists`);
    assert.deepEqual(
      all.filter((index) => !reached.has(index)),
      [],
    );
  });
  for (const { kind, path, words } of lists) {
    it(`${kind}: ${path.join(".")}`, () => {
      for (const word of words) {
        assert.deepEqual(problemsAt(kind, path, asWritten(word)), [], `${word} is right`);
        const wrong = misspelt(word);
        const [problem, ...others] = problemsAt(kind, path, wrong);
        assert.deepEqual([problem?.kind, problem?.suggestion, others.length], ["unknown-value", word, 0], `${wrong} is wrong`);
        assert.ok(problem?.message.includes(`"${wrong}"`) && problem.message.includes(`"${word}"`), problem?.message);
      }
    });
  }
});

interface List {
  readonly kind: Kind;
  readonly path: Path;
  readonly node: number;
  readonly words: readonly string[];
}

/** The shortest way from the root of a kind of document to each list of words. */
function listsOf(kind: Kind): List[] {
  const lists: List[] = [];
  const seen = new Set<number>();
  const waiting: { readonly index: number; readonly path: Path }[] = [{ index: PARTS[kind], path: [] }];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { index, path } = next;
    const node = NODES[index];
    if (!node || seen.has(index)) continue;
    seen.add(index);
    if (node.words) lists.push({ kind, path, node: index, words: node.words.map(({ word }) => word) });
    for (const [key, child] of node.keys ?? []) waiting.push({ index: child, path: [...path, key] });
    if (node.entries !== undefined) waiting.push({ index: node.entries, path: [...path, node.entryKey?.id ? "a" : "1"] });
    if (node.list !== undefined) waiting.push({ index: node.list, path: [...path, 0] });
  }
  return lists;
}

/** The problems at a place of a document that holds nothing but this value (twice in lists, for those of two ends). */
function problemsAt(kind: Kind, path: Path, value: unknown) {
  const data = path.reduceRight<unknown>((inner, step) => (typeof step === "number" ? [inner, inner] : { [step]: inner }), value);
  return validatePart(kind, data).filter((problem) => problem.path.join("/") === path.join("/") && problem.at === "value");
}

const asWritten = (word: string): unknown => (word === "true" ? true : word === "false" ? false : word);

/** The last two letters changed places; where they are the same, one too many. */
function misspelt(word: string): string {
  const [before, last] = [word.at(-2) ?? "", word.at(-1) ?? ""];
  return before === last ? `${word}${last}` : `${word.slice(0, -2)}${last}${before}`;
}
