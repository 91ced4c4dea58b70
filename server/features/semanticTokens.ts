import type { Analysis } from "../analysis/analysis.ts";
import { eachNode } from "../expression/walk.ts";
import type { Range } from "../problem.ts";
import type { Segment } from "../syntax/segment.ts";
import { partsWithin } from "./partsWithin.ts";
import { type LocalToken, nodeTokens, partTokens } from "./partTokens.ts";
import { wholeNames } from "./wholeThings.ts";

export const TOKEN_TYPES = ["variable", "property", "function", "enum", "number", "keyword"] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

/** A stretch of text and what it is. */
export interface SemanticToken extends Range {
  readonly type: TokenType;
}

/** What the grammar cannot know: which words are names of items, scores and responses, and the parts of formulas. */
export function semanticTokens(analysis: Analysis, within: Range): readonly SemanticToken[] {
  const tokens: SemanticToken[] = [];
  let segment: Segment | undefined;
  let from = 0;
  const add = (token: LocalToken) => {
    // Those of a part stand in one segment as a rule, whose place is asked once.
    if (token.segment !== segment) {
      segment = token.segment;
      from = analysis.range({ segment, start: 0, end: 0 }).start;
    }
    tokens.push({ start: from + token.start, end: from + token.end, type: token.type });
  };
  for (const part of partsWithin(analysis, within)) partTokens(part).forEach(add);
  for (const { at, space } of wholeNames(analysis)?.uses ?? [])
    tokens.push({ ...analysis.range(at), type: space === "response" || space === "band" ? "enum" : "variable" });
  for (const { eligible } of analysis.study?.sampling.values() ?? [])
    if (eligible) eachNode(eligible, (node) => nodeTokens(node).forEach(add));
  const sorted = tokens
    .filter(({ start, end }) => end > start && start >= within.start && end <= within.end)
    .sort((a, b) => a.start - b.start);
  return sorted.filter((token, i) => i === 0 || token.start >= (sorted[i - 1]?.end ?? 0));
}
