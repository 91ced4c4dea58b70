import { phrasesFor } from "../language/phrases.ts";
import { renderConsensus } from "./consensus.ts";
import { contextOf, type Surroundings } from "./context.ts";
import { renderGuideCoverage, renderStudyCoverage } from "./coverage.ts";
import { renderFlow } from "./flow.ts";
import { renderGuide } from "./guide.ts";
import { type Html, html, NOTHING } from "./html.ts";
import { modesOf } from "./modes.ts";
import { namingByWording } from "./naming.ts";
import { renderPanellist } from "./panellist.ts";
import { renderParticipant } from "./participant.ts";
import { renderReviewer } from "./reviewer.ts";
import { renderRounds } from "./roundsFlow.ts";
import { renderScores } from "./scores.ts";
import { renderStudy } from "./study.ts";
import type { Mode, View } from "./view.ts";

/** One way of looking at a document as a piece of HTML, for a page that is there already. Without scripts, styles or anything from outside. */
export function renderBody(view: View, mode: Mode): string {
  return renderMode(view, mode).markup;
}

/** The same as a part of a larger page. A mode that documents of this kind do not have shows nothing. */
export function renderMode(view: View, mode: Mode, surroundings: Surroundings = {}): Html {
  if (!modesOf(view).includes(mode)) {
    return NOTHING;
  }
  const { delphi, guide, study } = view;
  switch (mode) {
    case "participant":
      return renderParticipant(contextOf(view, answering(view, surroundings)));
    case "reviewer":
      return renderReviewer(contextOf(view, surroundings));
    case "scores":
      return renderScores(contextOf(view, surroundings));
    case "flow":
      return delphi === undefined ? renderFlow(contextOf(view, surroundings)) : renderRounds(contextOf(view, surroundings), delphi);
    case "panellist":
      return html`${delphi && renderPanellist(contextOf(view, answering(view, surroundings)), delphi)}`;
    case "consensus":
      return html`${delphi && renderConsensus(contextOf(view, surroundings), delphi)}`;
    case "guide":
      return html`${guide && renderGuide(contextOf(view, answering(view, surroundings)), guide)}`;
    case "study":
      return html`${study && renderStudy(contextOf(view, surroundings), study)}`;
    case "coverage":
      return html`${guide && renderGuideCoverage(contextOf(view, surroundings), guide)}${study && renderStudyCoverage(contextOf(view, surroundings), study)}`;
  }
}

/** Whoever answers reads their own language, and has the wordings before them and not the ids. */
function answering(view: View, surroundings: Surroundings): Surroundings {
  const phrases = phrasesFor(view.language ?? view.instrument.metadata.language ?? "en");
  return { ...surroundings, phrases, naming: namingByWording(view, phrases) };
}
