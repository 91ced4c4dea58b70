import { contextOf, type Surroundings } from "./context.ts";
import type { Html } from "./html.ts";
import { namingByWording } from "./naming.ts";
import { renderParticipant } from "./participant.ts";
import { renderReviewer } from "./reviewer.ts";
import { renderScores } from "./scores.ts";
import type { Mode, View } from "./view.ts";

/** One way of looking at an instrument as a piece of HTML, for a page that is there already. Without scripts, styles or anything from outside. */
export function renderBody(view: View, mode: Mode): string {
  return renderMode(view, mode).markup;
}

/** The same as a part of a larger page. */
export function renderMode(view: View, mode: Mode, surroundings: Surroundings = {}): Html {
  switch (mode) {
    case "participant":
      // Whoever reads this part has the wordings before them and not the ids.
      return renderParticipant(contextOf(view, { ...surroundings, naming: namingByWording(view) }));
    case "reviewer":
      return renderReviewer(contextOf(view, surroundings));
    case "scores":
      return renderScores(contextOf(view, surroundings));
  }
}
