import { contextOf } from "./context.ts";
import type { Html } from "./html.ts";
import { renderParticipant } from "./participant.ts";
import { renderReviewer } from "./reviewer.ts";
import { renderScores } from "./scores.ts";
import type { Mode, View } from "./view.ts";

/** One way of looking at an instrument as a piece of HTML, for a page that is there already. Without scripts, styles or anything from outside. */
export function renderBody(view: View, mode: Mode): string {
  return renderMode(view, mode).markup;
}

/** The same as a part of a larger page; `prefix` keeps its ids apart from those of another language. */
export function renderMode(view: View, mode: Mode, prefix = "", links = false): Html {
  const context = contextOf(view, prefix, links);
  switch (mode) {
    case "participant":
      return renderParticipant(context);
    case "reviewer":
      return renderReviewer(context);
    case "scores":
      return renderScores(context);
  }
}
