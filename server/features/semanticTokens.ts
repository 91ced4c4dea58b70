import type { Analysis } from "../analysis/analysis.ts";
import type { Expression } from "../expression/expression.ts";
import { eachNode } from "../expression/walk.ts";
import { formulasIn } from "../model/formulas.ts";
import { origins } from "../model/origins.ts";
import { referencesOf } from "../model/references.ts";
import type { Range } from "../problem.ts";
import { segmentAt } from "../syntax/segmentedText.ts";
import { wholeNames } from "./wholeThings.ts";

export const TOKEN_TYPES = ["variable", "property", "function", "enum", "number", "keyword"] as const;

/** A stretch of text and what it is. */
export interface SemanticToken extends Range {
  readonly type: (typeof TOKEN_TYPES)[number];
}

/** What the grammar cannot know: which words are names of items, scores and responses, and the parts of formulas. */
export function semanticTokens(analysis: Analysis, within: Range): readonly SemanticToken[] {
  const tokens: SemanticToken[] = [];
  const last = analysis.text.segments[segmentAt(analysis.text, within.end)];
  for (const part of analysis.parts) {
    if (part.kind !== "section") {
      const { start } = analysis.range({ segment: part.field.segment, start: 0, end: 0 });
      if (start + part.field.segment.text.length < within.start) continue;
      if (start > within.end && part.field.segment !== last) continue;
    }
    for (const { at, target } of referencesOf(part))
      tokens.push({
        ...analysis.range(at),
        type: target === "response" ? "enum" : target === "recode" || target === "table" ? "property" : "variable",
      });
    for (const { tree } of formulasIn(part)) eachNode(tree, (node) => tokens.push(...tokenOf(analysis, node)));
  }
  for (const { at, space } of wholeNames(analysis)?.uses ?? [])
    tokens.push({ ...analysis.range(at), type: space === "response" || space === "band" ? "enum" : "variable" });
  for (const { eligible } of analysis.study?.sampling.values() ?? [])
    if (eligible) eachNode(eligible, (node) => tokens.push(...tokenOf(analysis, node)));
  const sorted = tokens
    .filter(({ start, end }) => end > start && start >= within.start && end <= within.end)
    .sort((a, b) => a.start - b.start);
  return sorted.filter((token, i) => i === 0 || token.start >= (sorted[i - 1]?.end ?? 0));
}

function tokenOf(analysis: Analysis, node: Expression): SemanticToken[] {
  const place = origins.node(node);
  if (!place) return [];
  const shown = (range: Range, type: SemanticToken["type"]): SemanticToken => ({
    ...analysis.range({ segment: place.segment, start: range.start, end: range.end }),
    type,
  });
  if (node.kind === "call") return [shown(node.function, "function")];
  if (node.kind === "number") return [shown(node, "number")];
  if (node.kind === "name" && node.tail) return [shown(node.tail, "property")];
  return node.kind === "truth" || node.kind === "missing" ? [shown(node, "keyword")] : [];
}
