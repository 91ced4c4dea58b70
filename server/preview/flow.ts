import type { Expression } from "../expression/expression.ts";
import type { Item, Section } from "../model/instrument.ts";
import { at, type Context, stop } from "./context.ts";
import { reachOf, routingGraph } from "./flow/routingGraph.ts";
import { countOf, idsOf, type Stretch, stretchesOf } from "./flow/stretches.ts";
import { drawGraph } from "./graph/drawGraph.ts";
import { renderTitle } from "./heading.ts";
import { type Html, html } from "./html.ts";
import { outlineOf, type SectionOutline } from "./outline.ts";
import { quotedWording } from "./wording.ts";

/** The way through an instrument, in words and as a drawing: sections, what is asked under which condition, and what nobody can get to. */
export function renderFlow(context: Context): Html {
  const outline = outlineOf(context.instrument);
  const drawing = drawGraph(routingGraph(context, outline), context.layOut, "The way through the questionnaire", context.prefix);
  return html`<div class="flow" lang="en" dir="ltr">
<header class="cover">${renderTitle(context)}
${renderSummary(context)}</header>
<div class="way"><ol class="steps">${outline.map((one) => renderSection(context, one))}</ol>
${drawing ?? (context.layOut !== undefined && html`<p class="note">too large to be drawn</p>`)}</div></div>
`;
}

function renderSummary(context: Context): Html {
  const { items, sections } = context.instrument;
  const routed = [...sections.values(), ...items.values()].filter(({ when }) => when !== undefined);
  const dead = items.values().filter((item) => reachOf(context, item).never).length;
  const ends = sections.values().filter(({ screenOut }) => screenOut !== undefined).length;
  const always = routed.filter((thing) => reachOf(context, thing).always).length;
  const parts = [
    routed.length === 0
      ? "Everyone is asked everything"
      : `${routed.length} ${routed.length === 1 ? "condition decides" : "conditions decide"} who is asked what`,
    ends === 0 ? "" : `it can end early in ${ends === 1 ? "1 section" : `${ends} sections`}`,
    dead === 0 ? "" : `${dead === 1 ? "1 item is" : `${dead} items are`} asked of nobody`,
    always === 0 ? "" : `${always === 1 ? "1 condition" : `${always} conditions`} always ${always === 1 ? "holds" : "hold"}`,
  ];
  return html`<p class="summary${dead + always > 0 && " found"}">${parts.filter((part) => part !== "").join("; ")}</p>`;
}

function renderSection(context: Context, outline: SectionOutline): Html {
  const { section } = outline;
  const own = stretchesOf(outline.items).map((stretch) => renderStretch(context, stretch));
  const nested = outline.nested.map((one) => renderSection(context, one));
  const title = section.title === undefined ? html`${section.id}` : quotedWording(context, section.title);
  return html`<li class="step${reachOf(context, section).never && " dead"}" id="${context.prefix}step-${section.id}"${at(context, section)}>${link(context, `section-${section.id}`, title)} <code>${section.id}</code>${condition(context, section)}
<ol>${outline.nestedFirst ? html`${nested}${own}` : html`${own}${nested}`}${
    section.screenOut !== undefined &&
    html`<li class="ends"${stop(context, section, "screenOut")}>The questionnaire ends here if ${context.inWords(section.screenOut)}${context.endsAt?.(section)?.never === true && dead("which never happens")}</li>`
  }</ol></li>
`;
}

function renderStretch(context: Context, stretch: Stretch): Html {
  const [item] = stretch.items;
  return html`<li${reachOf(context, item).never && html` class="dead"`}${at(context, item)}${context.locate !== undefined && html` data-key="${item.id}"`}>${countOf(stretch)}: ${link(context, `item-${item.id}`, html`${idsOf(stretch)}`)}${condition(context, item)}</li>`;
}

/** To where participants meet it, if that can be shown. */
function link(context: Context, id: string, content: Html): Html {
  const target = html`<a href="#${context.prefix}${id}" data-to="participant">${content}</a>`;
  return context.beside === undefined || context.beside.includes("participant") ? target : content;
}

function condition(context: Context, thing: Item | Section): Html | undefined {
  const { never, always, because } = reachOf(context, thing);
  const why = because === undefined ? "" : `: ${because}`;
  return html`${thing.when !== undefined && askedIf(context, thing, thing.when)}${never && dead(`asked of nobody${why}`)}${!never && always && html` <strong class="always">everyone is asked</strong>`}`;
}

function askedIf(context: Context, thing: Item | Section, when: Expression): Html {
  return html` <span class="note routing"${at(context, thing, "when")}>asked only if ${context.inWords(when)}</span>`;
}

function dead(words: string): Html {
  return html` <strong class="never">${words}</strong>`;
}
