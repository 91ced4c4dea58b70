import { applied, formattingEdits } from "../../features/formatting.ts";
import { isBranch } from "../../model/branches.ts";
import { segmentText } from "../../syntax/segmentedText.ts";

const REFUSED = {
  unreadable: 'it has errors and stays as it is; "scalewright check" names them',
  "without keys": "it stays as it is, because it is written in brackets as a whole or begins with a line for YAML itself",
  meaning: "it stays as it is: laid out it could be read as something else",
} as const;

/** A document laid out, or why it stays as it is. */
export function layOutDocument(text: string): { readonly text: string } | { readonly wrong: string } {
  const found = formattingEdits(segmentText(text, isBranch));
  return "refused" in found ? { wrong: REFUSED[found.refused] } : { text: applied(text, found.edits) };
}
