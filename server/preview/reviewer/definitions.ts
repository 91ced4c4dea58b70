import type { Effect, LookupTable, Recode, RecodeMatch, Response } from "../../model/instrument.ts";
import { digits } from "../../number/digits.ts";
import { EFFECT_MEASURES } from "../../scoring/effectMeasures.ts";
import { type Context, stop } from "../context.ts";
import { renderFindings } from "../findings.ts";
import { type Html, html } from "../html.ts";
import { sourceLink } from "../outsideLink.ts";
import { responseInWords } from "../responseInWords.ts";
import { plainWording } from "../wording.ts";
import { reviewColumns } from "./columns.ts";

/** What items and scores refer to by name: responses, recodes, tables; then published effects. */
export function renderDefinitions(context: Context): Html {
  const { responses, recodes, tables, effects } = context.instrument;
  return html`${renderPart(context, "Responses", responses.values(), (response) => responseFact(context, response))}${renderPart(context, "Recodes", recodes.values(), recodeFact)}${renderPart(
    context,
    "Tables",
    tables.values(),
    tableFact,
  )}${renderPart(context, "Published effects", effects.values(), (effect) => effectFact(context, effect))}`;
}

function renderPart<T extends { readonly id?: string }>(
  context: Context,
  title: string,
  things: readonly T[],
  fact: (thing: T) => Html,
): Html | undefined {
  if (things.length === 0) {
    return undefined;
  }
  return html`<section class="part definitions"><h2>${title}</h2>
<dl class="facts">
${things.map(
  (
    thing,
  ) => html`<div id="${context.prefix}review-${title.toLowerCase().replace(" ", "-")}-${thing.id}"${stop(context, thing)}><dt><code>${thing.id}</code></dt><dd>${fact(thing)}${renderFindings(context, context.problemsOf(thing))}</dd></div>
`,
)}</dl></section>
`;
}

/** Codes and labels stand with the items; only what nothing uses is shown in full. */
function responseFact(context: Context, response: Response): Html {
  const bands = [...response.bands].map(([name, [from, to]]) => `${name} ${digits(from)} to ${digits(to)}`).join(", ");
  const users = context.usersOf(response);
  const codes = users > 0 ? [] : reviewColumns(response).map((column) => `${column.code} ${plainWording(context, column.label)}`.trim());
  const parts = [
    responseInWords(context, response),
    bands,
    codes.join(", "),
    users === 0 ? "used by no item" : `used by ${users} item${users === 1 ? "" : "s"}`,
  ];
  return html`${parts.filter((part) => part !== "").join("; ")}`;
}

function recodeFact(recode: Recode): Html {
  return html`${recode.rows.map((row) => `${matchInWords(row.match)} → ${row.to === undefined ? "missing" : digits(row.to)}`).join("; ")}`;
}

export function matchInWords(match: RecodeMatch): string {
  if (match.kind !== "interval") {
    return match.kind === "code" ? match.code : "everything else";
  }
  const low = match.low === undefined ? undefined : `${match.lowOpen ? "above" : "from"} ${digits(match.low)}`;
  const high =
    match.high === undefined ? undefined : `${match.highOpen ? "below" : low === undefined ? "up to" : "to"} ${digits(match.high)}`;
  return [low, high].filter((part) => part !== undefined).join(low === undefined || !match.highOpen ? " " : " and ");
}

function tableFact(table: LookupTable): Html {
  const first = table.rows[0];
  const last = table.rows.at(-1);
  const rows =
    first === undefined || last === undefined
      ? ""
      : `${table.rows.length} rows: ${digits(first.from)} → ${digits(first.value)} … ${digits(last.to)} → ${digits(last.value)}`;
  const parts = [
    rows,
    table.by.length > 0 ? `by ${table.by.join(", ")}` : "",
    table.file === undefined ? "" : `from ${table.file}`,
    table.source === undefined ? "" : `source: ${table.source}`,
  ];
  return html`${parts.filter((part) => part !== "").join("; ")}`;
}

function effectFact(context: Context, effect: Effect): Html {
  const change = `${effect.change ?? "change"} of ${effect.per === undefined ? "?" : digits(effect.per)} in ${effect.predictor ?? "?"}`;
  const interval = effect.ci95 === undefined ? "" : `, 95% confidence interval ${digits(effect.ci95[0])} to ${digits(effect.ci95[1])}`;
  const p = effect.p === undefined ? "" : `, P ${/^[<>]/.test(effect.p) ? "" : "= "}${effect.p}`;
  const outcome = effect.outcome === undefined ? "" : `, for ${context.inWords(effect.outcome)}`;
  return html`${change}: ${EFFECT_MEASURES[effect.measure]} ${effect.estimate === undefined ? "?" : digits(effect.estimate)}${interval}${p}${outcome}${effect.source !== undefined && html`; source: ${sourceLink(effect.source)}`}`;
}
