import type { Status } from "./readTranslation.ts";
import type { SourceText } from "./sourceTexts.ts";

/** The texts of a document as they are nested, each with what is to be written for it. */
export interface WantedTree {
  readonly children: Map<string, WantedTree>;
  readonly isList: boolean;
  leaf?: WantedText;
}

export interface WantedText {
  readonly source: SourceText;
  readonly words: string;
  readonly status: Status;
}

/** Nests texts by their paths; their order stays. */
export function wantedTree(texts: readonly WantedText[]): WantedTree {
  const root: WantedTree = { children: new Map(), isList: false };
  for (const text of texts) {
    let here = root;
    for (const [index, step] of text.source.path.entries()) {
      if (here.isList)
        for (let before = here.children.size; before < Number(step); before++) here.children.set(String(before), emptyTree(false));
      let next = here.children.get(step);
      if (next === undefined) {
        next = emptyTree(LISTS.has(step) && index < text.source.path.length - 1);
        here.children.set(step, next);
      }
      here = next;
    }
    here.leaf = text;
  }
  return root;
}

const LISTS: ReadonlySet<string> = new Set(["check", "probes"]);

const emptyTree = (isList: boolean): WantedTree => ({ children: new Map(), isList });

/** Keys whose entries may be written as their one text: an item as its stem, an option as its label. */
const SHORT: Readonly<Record<string, string>> = { items: "text", prompts: "text", questions: "text", options: "label" };

/** The lines of an entry in block style, each text under the words that it translates. `around`: the key of what the entry stands in. */
export function blockLines(key: string, tree: WantedTree, around: string, from: string): readonly string[] {
  const leaf = leafOf(tree, around);
  if (leaf !== undefined) return [sourceComment(from, leaf.source.words), `${yamlKey(key)}: ${leafText(leaf)}`];
  return [`${yamlKey(key)}:`, ...(tree.isList ? listLines(tree, from) : mapLines(tree, key, from)).map((line) => `  ${line}`)];
}

export function mapLines(tree: WantedTree, key: string, from: string): readonly string[] {
  return [...tree.children].flatMap(([inner, one]) => blockLines(inner, one, key, from));
}

/** The entries of a list in block style. One that has no text keeps the place of its number. */
export function listLines(tree: WantedTree, from: string): readonly string[] {
  return [...tree.children.values()].flatMap((one) => {
    if (one.leaf !== undefined) return [sourceComment(from, one.leaf.source.words), `- ${leafText(one.leaf)}`];
    const [[name, inner] = []] = one.children;
    if (name === undefined || inner?.leaf === undefined) return ["- {}"];
    return [sourceComment(from, inner.leaf.source.words), `- ${yamlKey(name)}: ${leafText(inner.leaf)}`];
  });
}

/** The value of an entry between braces, where there is no room for comments. */
export function flowText(key: string, tree: WantedTree, around: string): string {
  const leaf = leafOf(tree, around);
  if (leaf !== undefined) return leafText(leaf);
  const inner = [...tree.children].map(([name, one]) => `${tree.isList ? "" : `${yamlKey(name)}: `}${flowText(name, one, key)}`).join(", ");
  return tree.isList ? `[${inner}]` : `{${inner}}`;
}

function leafOf(tree: WantedTree, around: string): WantedText | undefined {
  if (tree.leaf !== undefined) return tree.leaf;
  const short = SHORT[around];
  return short !== undefined && tree.children.size === 1 ? tree.children.get(short)?.leaf : undefined;
}

export function leafText({ words, status }: Pick<WantedText, "words" | "status">): string {
  return `{text: ${JSON.stringify(words)}, status: ${status}}`;
}

/** `# en: Little interest or pleasure in doing things`: what the words below are made from, and by which a change is seen later. */
export function sourceComment(from: string, words: string): string {
  return `# ${from}: ${words.replace(/\s+/g, " ").trim()}`;
}

/** Ids and whole numbers stand as they are; anything that YAML might read as something else is put in quotes. */
export function yamlKey(key: string): string {
  const isPlain = /^[A-Za-z_][\w-]*$/.test(key) ? !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(key) : /^(?:0|[1-9]\d*)$/.test(key);
  return isPlain ? key : JSON.stringify(key);
}
