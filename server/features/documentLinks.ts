import type { Analysis } from "../analysis/analysis.ts";
import type { Range } from "../problem.ts";
import { remember } from "../remember.ts";
import { treeOf } from "../syntax/outline.ts";
import { scalarMap } from "../syntax/scalarMap.ts";
import type { Segment } from "../syntax/segment.ts";
import { startOf } from "../syntax/segmentedText.ts";
import type { Node, Scalar } from "../syntax/tree.ts";

/** A stretch of text that leads somewhere: a file beside the document (`path`), or an address. */
export interface DocumentLink {
  readonly range: Range;
  readonly path?: string;
  readonly address?: string;
}

const PATHS = new Set(["file", "responses", "expected", "of", "extends", "about"]);
const ADDRESS = /^https?:\/\/[^\s]+$/;
const DOI = /^10\.\d{4,9}\/[^\s]+$/;

/** Imports, data files, addresses and DOIs. What a segment holds of them is looked for once in its life. */
export function documentLinks({ text }: Pick<Analysis, "text">): readonly DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const [index, segment] of text.segments.list.entries()) {
    const from = startOf(text, index);
    for (const { range, ...link } of linksIn(segment)) links.push({ range: { start: from + range.start, end: from + range.end }, ...link });
  }
  return links;
}

const KEPT = new WeakMap<Segment, readonly DocumentLink[]>();
const NONE: readonly DocumentLink[] = [];

function linksIn(segment: Segment): readonly DocumentLink[] {
  if (segment.kind !== "entry") return NONE;
  return remember(KEPT, segment, () => {
    if (!/[./]/.test(segment.text)) return NONE;
    const links: DocumentLink[] = [];
    const visit = (node: Node, key: string, parent: string): void => {
      if (node.kind === "sequence") for (const item of node.items) visit(item, key, parent);
      if (node.kind === "mapping") for (const pair of node.pairs) visit(pair.value, pair.key.kind === "scalar" ? pair.key.text : "", key);
      if (node.kind !== "scalar" || node.text === "") return;
      const link = linkOf(node.text, key, parent);
      if (link) links.push({ range: { start: node.start, end: node.end }, ...link });
      else if (CITING.has(key)) links.push(...cited(segment, node));
    };
    const above = segment.within.path.at(-1) ?? "";
    for (const { key, value } of treeOf(segment).pairs) visit(value, key.kind === "scalar" ? key.text : "", above);
    return links.length === 0 ? NONE : links;
  });
}

/** The DOI or the address inside a reference as it is cited. */
function cited(segment: Segment, node: Scalar): readonly DocumentLink[] {
  const locate = scalarMap(segment.text, node);
  return [...node.text.matchAll(CITED)].map((match) => {
    const text = match[0].replace(/[.,;)]+$/, "");
    const range = locate(match.index, match.index + text.length);
    return { range, address: text.startsWith("http") ? text : `https://doi.org/${text}` };
  });
}

const CITING = new Set(["citation", "source"]);
const CITED = /https?:\/\/[^\s"'<>]+|\b10\.\d{4,9}\/[^\s"'<>]+/g;

function linkOf(text: string, key: string, parent: string): Omit<DocumentLink, "range"> | undefined {
  if (ADDRESS.test(text)) return { address: text };
  if (DOI.test(text)) return { address: `https://doi.org/${text}` };
  const isPath = (parent === "use" || parent === "documents" || PATHS.has(key)) && /\.[a-z]+$/i.test(text);
  return isPath ? { path: text } : undefined;
}
