import type { Analysis } from "../analysis/analysis.ts";
import type { Range } from "../problem.ts";
import { textLength } from "../syntax/segmentedText.ts";
import { consensusHints } from "./hints/consensusHints.ts";
import { labelHints } from "./hints/labelHints.ts";
import { scoreHints } from "./hints/scoreHints.ts";
import { translationHints } from "./hints/translationHints.ts";
import { partsWithin } from "./partsWithin.ts";

/** What a hint tells; each kind is shown or not as the reader wishes. */
export type HintKind = "range" | "items" | "reversed" | "labels" | "consensus";
export const HINT_KINDS: readonly HintKind[] = ["range", "items", "reversed", "labels", "consensus"];

/** A short remark beside the text, that is not part of it. */
export interface InlayHint {
  readonly kind: HintKind;
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

const ALL: ReadonlySet<HintKind> = new Set(HINT_KINDS);

/** What is proved or looked up, beside the text that it follows from, for a part of the document. */
export function inlayHints(analysis: Analysis, within: Range, shown: ReadonlySet<HintKind> = ALL): readonly InlayHint[] {
  const hints: InlayHint[] = [];
  for (const part of partsWithin(analysis, within)) {
    if (part.kind === "score") hints.push(...scoreHints(analysis, part, shown));
    if (part.kind === "delphi" && shown.has("consensus")) hints.push(...consensusHints(analysis, part.value));
    if (shown.has("labels")) hints.push(...labelHints(analysis, part));
  }
  if (analysis.kind === "translation") hints.push(...translationHints(analysis));
  const end = Math.min(within.end, textLength(analysis.text));
  return hints.filter(({ offset }) => within.start <= offset && offset <= end).sort((a, b) => a.offset - b.offset);
}
