import type { Analysis } from "../analysis/analysis.ts";
import type { Part } from "../model/parts.ts";
import { readBy } from "../model/resolve.ts";
import { partNamed } from "./definition.ts";

/** What a score is made of: its items and scores, directly. */
export function madeOf(analysis: Analysis, id: string): readonly Part[] {
  return readBy(analysis.instrument, id).flatMap((name) => partNamed(analysis, "item or score", name) ?? []);
}

/** The scores that are made of an item or a score, directly. */
export function makes(analysis: Analysis, id: string): readonly Part[] {
  return analysis.users(id).filter((part) => part.kind === "score" && part.id !== id);
}
