import type { Mode, View } from "./view.ts";

/** The ways of looking at a document of its kind, the one to begin with first. */
export function modesOf({ delphi, guide, study }: Pick<View, "delphi" | "guide" | "study">): readonly Mode[] {
  if (delphi !== undefined) return ["panellist", "consensus", "flow"];
  if (guide !== undefined) return ["guide", "coverage"];
  if (study !== undefined) return ["study", "coverage"];
  return ["participant", "reviewer", "scores", "flow"];
}

/** Those of a page of its own unless others are asked for. The drawing of a questionnaire is large, and stands on a page only where it is asked for. */
export function pageModes(view: View): readonly Mode[] {
  return view.delphi === undefined ? modesOf(view).filter((mode) => mode !== "flow") : modesOf(view);
}

/** All of them, for whoever must name one. */
export const MODES: readonly Mode[] = ["participant", "reviewer", "scores", "flow", "panellist", "consensus", "guide", "study", "coverage"];

export const MODE_NAMES: Readonly<Record<Mode, string>> = {
  participant: "Participant",
  reviewer: "Reviewer",
  scores: "Scores",
  flow: "Flow",
  panellist: "Panellist",
  consensus: "Consensus",
  guide: "Guide",
  study: "Study",
  coverage: "Coverage",
};
