import type { Delphi, Round } from "../model/delphi.ts";
import { named } from "../model/named.ts";
import { at, type Context } from "./context.ts";
import { panellistOf, renderRound } from "./delphi/roundForm.ts";
import { statementItem } from "./delphi/statementItem.ts";
import { attribute, type Html, html } from "./html.ts";
import { renderLanguages } from "./languages.ts";
import { ownLanguage, phrase } from "./ownWords.ts";
import { languageAttributes, wording } from "./wording.ts";

/** The controls by which a reader of the preview chooses whose form of which round is shown: no ids of a document look like these. */
export const CHOSEN = { round: "preview__round", panellist: "preview__panellist" } as const;

/** The form of a round as a panellist meets it; on a page of its own those of all rounds. */
export function renderPanellist(shown: Context, study: Delphi): Html {
  // Controls know statements as items.
  const items = named(study.statements.values().map((statement) => [statement.id, statementItem(statement)] as const));
  const context: Context = { ...shown, instrument: { ...shown.instrument, items } };
  const { title } = study.metadata;
  const rounds = context.links ? study.rounds : study.rounds.filter((round) => round === roundOf(context, study));
  return html`<div class="participant panellist"${languageAttributes(context.shown)}>
<header class="cover"><h1${at(context, study.metadata, "title")}>${title === undefined ? study.id : wording(context, title)}</h1>
${context.links && renderLanguages(context, "panellist")}${context.links ? linksToRounds(context, study) : chooseRound(context, study)}${whose(context)}</header>
${rounds.map((round) => renderRound(context, study, round))}${rounds.length === 0 && html`<p class="note"${ownLanguage(context)}>${context.phrases.text("noRounds")}</p>`}</div>
`;
}

/** The one that was chosen, else the last that has something to show of a round before, else the first in which statements are rated. */
function roundOf(context: Context, study: Delphi): Round | undefined {
  const chosen = context.filled?.get(CHOSEN.round)?.[0];
  const rated = [...(context.rated?.counts.keys() ?? [])];
  return (
    study.rounds.find(({ number }) => String(number) === chosen) ??
    study.rounds.filter(({ number }) => rated.some((before) => before < number)).at(-1) ??
    study.rounds.find(({ mode }) => mode !== "open") ??
    study.rounds[0]
  );
}

function linksToRounds(context: Context, study: Delphi): Html | undefined {
  return study.rounds.length < 2
    ? undefined
    : html`<nav class="languages" aria-label="${context.phrases.text("rounds")}"${ownLanguage(context)}><ul>${study.rounds.map(
        ({ number }) => html`<li><a href="#${context.prefix}round-${number}">${context.phrases.text("roundNumber", { number })}</a></li>`,
      )}</ul></nav>
`;
}

function chooseRound(context: Context, study: Delphi): Html | undefined {
  const shown = roundOf(context, study);
  return study.rounds.length < 2
    ? undefined
    : html`<p class="chosen"${ownLanguage(context)}><label>${phrase(context, "roundNumber", {
        number: html`<select id="${context.prefix}chosen-round" name="${CHOSEN.round}">${study.rounds.map(
          ({ number }) => html`<option value="${number}"${attribute("selected", number === shown?.number)}>${number}</option>`,
        )}</select>`,
      })}</label></p>
`;
}

/** Whose own ratings are shown, where there are ratings. */
function whose(context: Context): Html | undefined {
  const { rated } = context;
  const shown = panellistOf(context);
  if (rated === undefined || shown === undefined) {
    return undefined;
  }
  if (context.links) {
    return html`<p class="legend"${ownLanguage(context)}>${context.phrases.text("withRatingsOf", { panellist: shown })}</p>`;
  }
  return html`<p class="chosen"${ownLanguage(context)}><label>${phrase(context, "withRatingsOf", {
    panellist: html`<select id="${context.prefix}chosen-panellist" name="${CHOSEN.panellist}">${rated.ratings.panellists.map(
      ({ id }) => html`<option value="${id}"${attribute("selected", id === shown)}>${id}</option>`,
    )}</select>`,
  })}</label></p>
`;
}
