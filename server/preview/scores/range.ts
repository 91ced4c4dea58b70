import type { Band, Bands, Score } from "../../model/instrument.ts";
import { digits } from "../../number/digits.ts";
import { at, type Context } from "../context.ts";
import { type Html, html } from "../html.ts";
import type { ScoreRange } from "../view.ts";
import { bandInWords, tone } from "./bandInWords.ts";
import { renderBar } from "./bar.ts";
import { spoken } from "./spoken.ts";

/** What a score can be: a drawn scale for numbers, a list for texts and truth values. */
export function renderRange(context: Context, score: Score, id: string): Html | undefined {
  const range = context.ranges?.get(score.id);
  if (range === undefined) {
    return undefined;
  }
  if (range.values !== undefined) {
    return html`<ul class="values" aria-label="Possible values">${range.values.map((value) => html`<li>${String(value)}</li>`)}</ul>
`;
  }
  const bars = bandRows(score).map(
    (
      { name, bands },
      index,
    ) => html`<figure class="scale"${at(context, score, index === 0 ? "bands" : "bandSets")}>${name !== undefined && html`<figcaption>${name}</figcaption>`}
${renderBar(context, score, range, bands, `${id}-${index}`)}${bands.length > 0 && bandList(bands)}</figure>
`,
  );
  return html`${bars}<p class="attainable">${attainableInWords(range)}</p>
`;
}

interface BandRow {
  readonly name?: string;
  readonly bands: readonly Band[];
}

/** One bar for each set of bands; a bar without bands where there is none. */
function bandRows(score: Score): readonly BandRow[] {
  const rows = [
    ...(score.bands === undefined ? [] : rowsOf(score.bands)),
    ...[...score.bandSets].flatMap(([name, bands]) => rowsOf(bands, spoken(name))),
  ];
  return rows.length === 0 ? [{ bands: [] }] : rows;
}

function rowsOf(bands: Bands, name?: string): readonly BandRow[] {
  if (bands.kind === "bands") {
    return [{ name, bands: bands.bands }];
  }
  return [...bands.sets].map(([code, set]) => ({ name: `${name === undefined ? "" : `${name}, `}${bands.by}: ${code}`, bands: set }));
}

function bandList(bands: readonly Band[]): Html {
  return html`<ul class="bands">${bands.map(
    (band, index) =>
      html`<li><svg width="12" height="12" aria-hidden="true"><rect class="${tone(index, bands.length)}" width="12" height="12" rx="3"/></svg> ${spoken(band.name)} <span class="number">${bandInWords(bands, index)}</span></li>`,
  )}</ul>
`;
}

const LISTED_VALUES = 12;

/** Which values between the ends can be reached, and how sure that is. */
export function attainableInWords(range: ScoreRange): string {
  const bound = range.exact ? "" : "Cannot be proved exactly: this is an outer bound, and the score may not reach its ends. ";
  const ends = range.min === undefined || range.max === undefined ? endsInWords(range) : "";
  if (range.step !== undefined && range.min !== undefined && range.max !== undefined) {
    const count = range.max.sub(range.min).div(range.step).add(1);
    return `${bound}${digits(range.min)} to ${digits(range.max)} in steps of ${digits(range.step)}: ${digits(count)} values`;
  }
  if (range.attainable !== undefined) {
    const values = range.attainable;
    const some =
      values.length <= LISTED_VALUES
        ? values.map(digits)
        : [...values.slice(0, LISTED_VALUES / 2).map(digits), "…", ...values.slice(-2).map(digits)];
    return `${bound}${ends}${values.length} ${values.length === 1 ? "value" : "values"} can be reached: ${some.join(", ")}`;
  }
  return `${bound}${ends || (range.exact && range.min !== undefined && range.max !== undefined ? `${digits(range.min)} to ${digits(range.max)}` : "")}`.trim();
}

function endsInWords(range: ScoreRange): string {
  if (range.min === undefined && range.max === undefined) {
    return "No end on either side. ";
  }
  return range.min === undefined ? "No lower end. " : "No upper end. ";
}
