import type { Expression } from "../expression/expression.ts";
import { eachNode } from "../expression/walk.ts";
import { keptWith } from "../keptWith.ts";
import { formulasIn } from "../model/formulas.ts";
import { origins } from "../model/origins.ts";
import type { Part } from "../model/parts.ts";
import { referencesOf } from "../model/references.ts";
import type { Range } from "../problem.ts";
import { remember } from "../remember.ts";
import { type Place, placeIn } from "../syntax/place.ts";
import type { TokenType } from "./semanticTokens.ts";

/** A stretch of a segment and what it is. */
export interface LocalToken extends Place {
  readonly type: TokenType;
}

const KEPT = keptWith<Part, readonly LocalToken[]>();

/** The names and the parts of formulas in a part; worked out once in its life. */
export function partTokens(part: Part): readonly LocalToken[] {
  return remember(KEPT, part, () => {
    const tokens: LocalToken[] = referencesOf(part).map(({ at, target }) => ({
      ...at,
      type: target === "response" ? "enum" : target === "recode" || target === "table" ? "property" : "variable",
    }));
    for (const { tree } of formulasIn(part)) eachNode(tree, (node) => tokens.push(...nodeTokens(node)));
    return tokens;
  });
}

/** What a node of a formula is beside the names in it. */
export function nodeTokens(node: Expression): readonly LocalToken[] {
  const place = origins.node(node);
  if (!place) return [];
  const shown = (range: Range, type: TokenType): LocalToken => ({ ...placeIn(place.segment, range), type });
  if (node.kind === "call") return [shown(node.function, "function")];
  if (node.kind === "number") return [shown(node, "number")];
  if (node.kind === "name" && node.tail) return [shown(node.tail, "property")];
  return node.kind === "truth" || node.kind === "missing" ? [shown(node, "keyword")] : [];
}
