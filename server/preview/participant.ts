import type { Item } from "../model/instrument.ts";
import { condition } from "./condition.ts";
import { at, type Context } from "./context.ts";
import { type Html, html } from "./html.ts";
import { notAsked } from "./item.ts";
import { renderItems } from "./items.ts";
import { renderLanguages } from "./languages.ts";
import { renderLiveScores } from "./liveScores.ts";
import { kindNote, note, sectionNotes } from "./notes.ts";
import { outlineOf, type SectionOutline } from "./outline.ts";
import { ownLanguage, phrase } from "./ownWords.ts";
import { languageAttributes, wording } from "./wording.ts";

/** The instrument as a participant meets it, page by page, with notes on what decides who sees what. */
export function renderParticipant(context: Context): Html {
  const pages = outlineOf(context.instrument).flatMap(pagesOf);
  const { title } = context.instrument.metadata;
  const needed = context.instrument.items.values().some((item) => item.require === true);
  return html`<div class="participant"${languageAttributes(context.shown)}>
<header class="cover"><h1${at(context, context.instrument.metadata, "title")}>${title === undefined ? context.instrument.id : wording(context, title)}</h1>
${context.links && renderLanguages(context)}${needed && html`<p class="legend"${ownLanguage(context)}><span class="must">*</span> ${context.phrases.text("answerNeeded")}</p>`}</header>
<form id="${context.prefix}answers" autocomplete="off" novalidate>
${pages.map((page, index) => renderPage(context, page, index, pages.length))}</form>
${renderLiveScores(context)}</div>`;
}

/** One page: a section with all that is in it, or one item of a section that is laid out by page. */
interface Page {
  readonly outline: SectionOutline;
  readonly items: readonly Item[];
  readonly nested: readonly SectionOutline[];
  /** False for the second and later pages of a section, which do not repeat its texts. */
  readonly opens: boolean;
  /** True for the last page of a section, where its end is decided. */
  readonly closes: boolean;
}

function pagesOf(outline: SectionOutline): readonly Page[] {
  if (outline.section.layout !== "page" || outline.items.length < 2) {
    return [{ outline, items: outline.items, nested: outline.nested, opens: true, closes: true }];
  }
  return outline.items.map((item, index) => {
    const closes = index === outline.items.length - 1;
    return { outline, items: [item], nested: closes ? outline.nested : [], opens: index === 0, closes };
  });
}

function renderPage(context: Context, page: Page, index: number, count: number): Html {
  const { section } = page.outline;
  const id = `${context.prefix}${page.opens ? "section" : "page"}-${section.id}${page.opens ? "" : `-${page.items[0]?.id}`}`;
  const label = context.phrases.text("page", { number: index + 1, last: count });
  return html`<section class="page${section.kind !== undefined && ` ${section.kind}`}" id="${id}"${at(context, section)}>
<p class="progress"><progress max="${count}" value="${index + 1}" aria-hidden="true"></progress> <span${ownLanguage(context)}>${label}</span></p>
${page.opens && renderOpening(context, page.outline, 2)}${renderContents(context, page, 2)}${page.closes && renderEnd(context, page.outline)}</section>
`;
}

function renderOpening(context: Context, { section }: SectionOutline, level: number): Html {
  const { title, text } = section;
  return html`${kindNote(context, section)}${title !== undefined && heading(level, html`${at(context, section, "title")}`, wording(context, title))}${sectionNotes(context, section)}${
    text !== undefined && html`<p class="introduction"${at(context, section, "text")}>${wording(context, text)}</p>`
  }`;
}

function renderContents(context: Context, page: Pick<Page, "outline" | "items" | "nested">, level: number): Html {
  if (isSkipped(context, page.outline)) {
    return notAsked(context);
  }
  const items = renderItems(context, page.outline.section, page.items);
  const below = page.outline.section.title === undefined ? level : level + 1;
  const nested = page.nested.map((outline) => renderNested(context, outline, below));
  return page.outline.nestedFirst ? html`${nested}${items}` : html`${items}${nested}`;
}

function renderNested(context: Context, outline: SectionOutline, level: number): Html {
  return html`<section class="nested" id="${context.prefix}section-${outline.section.id}"${at(context, outline.section)}>
${renderOpening(context, outline, level)}${renderContents(context, { outline, items: outline.items, nested: outline.nested }, level)}${renderEnd(context, outline)}</section>
`;
}

/** Where the answers so far hide a section, only its heading and its condition stay. */
function isSkipped(context: Context, outline: SectionOutline): boolean {
  return context.live !== undefined && context.live.asked(outline.section.id) !== true;
}

function renderEnd(context: Context, { section }: SectionOutline): Html | undefined {
  if (section.screenOut === undefined) {
    return undefined;
  }
  if (context.live?.screenedOut(section.id) === true) {
    return html`<p class="ended" role="status"${ownLanguage(context)}${at(context, section, "screenOut")}>${context.phrases.text("endedHere")}</p>`;
  }
  return note(context, section, "screenOut", phrase(context, "endsHereIf", { condition: condition(context, section.screenOut) }), "ends");
}

function heading(level: number, attributes: Html, content: Html): Html {
  const tag = { markup: `h${Math.min(level, 6)}` };
  return html`<${tag}${attributes}>${content}</${tag}>`;
}
