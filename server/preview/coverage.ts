import type { Guide } from "../model/guide.ts";
import type { Score } from "../model/instrument.ts";
import type { Study, StudyDocument } from "../model/study.ts";
import { type Coverage, constructsOf, coverageOf } from "../study/coverage.ts";
import { at, type Context, stop } from "./context.ts";
import { renderTitle } from "./heading.ts";
import { type Html, html } from "./html.ts";
import { renderWideTable } from "./wideTable.ts";
import { plainWording, quotedWording } from "./wording.ts";

/** Which constructs of a survey the questions and photo prompts of a guide cover, with the gaps. */
export function renderGuideCoverage(context: Context, guide: Guide): Html {
  const coverage = coverageOf(guide);
  return html`<div class="reviewer coverage" lang="en" dir="ltr">
<header class="cover">${renderTitle(context)}</header>
${coverage === undefined ? missingSurvey(context, guide) : renderMatrix(context, guide, coverage)}</div>
`;
}

function missingSurvey(context: Context, guide: Guide): Html {
  return guide.about === undefined
    ? html`<p class="note">The guide does not say with <code>about</code> which survey its questions are to cover.</p>`
    : html`<p class="note"${at(context, guide, "about")}>${guide.about.path} cannot be read.</p>`;
}

function renderMatrix(context: Context, guide: Guide, { constructs, columns, cells }: Coverage): Html {
  const gaps = constructs.filter((_, row) => cells[row]?.includes(true) !== true);
  const used = columns.flatMap((column) => {
    const thing = column.kind === "prompt" ? guide.photos?.prompts.get(column.id) : guide.questions.get(column.id);
    return thing === undefined ? [] : [{ column, thing }];
  });
  return html`<p class="summary${gaps.length > 0 && " found"}">${inTotal(constructs.length, gaps.length)}</p>
${renderWideTable({
  name: "Constructs by question",
  kind: "matrix-of",
  head: [
    "Construct",
    ...columns.map(({ kind, id }) => html`${kind === "prompt" && html`<span class="badge">photo</span> `}<code>${id}</code>`),
    "Covered",
  ],
  rows: constructs.map((score, row) => {
    const covered = cells[row] ?? [];
    const count = covered.filter(Boolean).length;
    return {
      attributes: count === 0 && html` class="gap"`,
      cells: [nameOf(context, score), ...covered.map(mark), count === 0 ? html`<strong class="never">gap</strong>` : count],
    };
  }),
})}<section class="part"><h2>Questions and photo prompts</h2>
<ul class="plain">${used.map(
    ({ column, thing }) =>
      html`<li${stop(context, thing)}><code>${column.id}</code> ${thing.text === undefined ? "" : quotedWording(context, thing.text)}${column.covers.length > 0 && html` <span class="note-inline"${at(context, thing, "covers")}>covers ${column.covers.join(", ")}</span>`}</li>`,
  )}</ul></section>
`;
}

function mark(covered: boolean): Html | string {
  return covered ? html`<span class="covered" role="img" aria-label="covered"></span>` : "";
}

function inTotal(constructs: number, gaps: number): string {
  if (constructs === 0) {
    return "The survey has no constructs";
  }
  return gaps === 0
    ? `All ${constructs} constructs are covered`
    : `${gaps} of ${constructs} constructs ${gaps === 1 ? "is" : "are"} not covered`;
}

function nameOf(context: Context, score: Score): Html {
  return html`${plainWording(context, score.label) || score.id} <code>${score.id}</code>`;
}

/** The constructs of a study's surveys by its documents: where each is measured, and which questions take it up. */
export function renderStudyCoverage(context: Context, study: Study): Html {
  const documents = study.documents.values();
  const surveys = documents.flatMap(({ document }) => (document?.kind === "instrument" ? [document.instrument] : []));
  const rows = surveys.flatMap((instrument) => constructsOf(instrument).map((score) => ({ instrument, score })));
  const guides = documents.filter(({ document }) => document?.guide !== undefined);
  const table = rows.map(({ instrument, score }) => documents.map((document) => cellOf(document, instrument.id, score)));
  const gaps = guides.length === 0 ? [] : table.filter((cells) => cells.every((cell) => cell.kind !== "asked"));
  return html`<div class="reviewer coverage" lang="en" dir="ltr">
<header class="cover">${renderTitle(context)}</header>
<p class="summary${gaps.length > 0 && " found"}">${guides.length === 0 ? "The study has no guide whose questions could cover a construct" : inTotal(rows.length, gaps.length)}</p>
${
  rows.length > 0 &&
  renderWideTable({
    name: "Constructs by document",
    kind: "matrix-of",
    head: ["Construct", ...documents.map((document) => html`<span${at(context, document)}>${document.id}</span>`)],
    rows: rows.map(({ score }, row) => ({
      attributes: guides.length > 0 && table[row]?.every((cell) => cell.kind !== "asked") && html` class="gap"`,
      cells: [nameOf(context, score), ...(table[row] ?? []).map(renderCell)],
    })),
  })
}</div>
`;
}

type Cell =
  | { readonly kind: "measured" }
  | { readonly kind: "asked"; readonly by: readonly string[] }
  | { readonly kind: "gap" }
  | { readonly kind: "nothing" };

function cellOf({ document }: StudyDocument, survey: string, score: Score): Cell {
  if (document?.kind === "instrument") {
    return document.instrument.id === survey ? { kind: "measured" } : { kind: "nothing" };
  }
  const coverage = document?.guide && coverageOf(document.guide);
  if (coverage === undefined || coverage.instrument.id !== survey) {
    return { kind: "nothing" };
  }
  const row = coverage.constructs.findIndex(({ id }) => id === score.id);
  const by = coverage.columns.filter((_, column) => coverage.cells[row]?.[column] === true).map(({ id }) => id);
  return by.length === 0 ? { kind: "gap" } : { kind: "asked", by };
}

function renderCell(cell: Cell): Html | string {
  switch (cell.kind) {
    case "measured":
      return "measured";
    case "asked":
      return html`<code>${cell.by.join(", ")}</code>`;
    case "gap":
      return html`<strong class="never">gap</strong>`;
    default:
      return "";
  }
}
