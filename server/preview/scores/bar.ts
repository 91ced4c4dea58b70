import type { Band, Score } from "../../model/instrument.ts";
import { digits } from "../../number/digits.ts";
import type { Exact } from "../../number/exact.ts";
import type { Context } from "../context.ts";
import { attribute, type Html, html } from "../html.ts";
import type { ScoreRange } from "../view.ts";
import { type Axis, axisOf } from "./axis.ts";
import { bandInWords, tone } from "./bandInWords.ts";
import { spoken } from "./spoken.ts";

const TOP = 16;
const HEIGHT = 18;
const BOTTOM = TOP + HEIGHT;

/**
 * The possible range as a bar with its bands, the steps that can be reached, the cut-offs above it and numbers below. Positions are percents and
 * sizes are pixels, so the bar takes any width and its letters keep their size.
 */
export function renderBar(context: Context, score: Score, range: ScoreRange, bands: readonly Band[], id: string): Html | undefined {
  const axis = axisOf(score, range, bands);
  if (axis === undefined) {
    return undefined;
  }
  return html`<svg class="bar" role="img" aria-label="${barInWords(score, range, bands)}" width="100%" height="${BOTTOM + 24}">
${possible(axis, range)}${bands.map((band, index) => segment(axis, band, bands[index + 1], tone(index, bands.length)))}
${steps(axis, range, id)}${score.cutOffs.map((cut) => cutOff(axis, cut.at, spoken(cut.name)))}${now(context, axis, score)}${numbers(axis, score, range, bands)}</svg>
`;
}

function possible(axis: Axis, range: ScoreRange): Html {
  const from = range.min === undefined ? 0 : axis.place(range.min.sub(axis.half));
  const to = range.max === undefined ? 100 : axis.place(range.max.add(axis.half));
  return html`<rect class="track" y="${TOP}" width="100%" height="${HEIGHT}" rx="4"/><rect class="possible${!range.exact && " outer"}" x="${percent(from)}" y="${TOP}" width="${percent(to - from)}" height="${HEIGHT}" rx="4"/>`;
}

/** A band without an end runs to the next one, the last to the end of the bar. */
function segment(axis: Axis, band: Band, next: Band | undefined, className: string): Html | undefined {
  const from = axis.place(band.from.sub(axis.half));
  const end = band.to?.add(axis.half) ?? next?.from.sub(axis.half);
  const width = (end === undefined ? 100 : axis.place(end)) - from;
  return width <= 0
    ? undefined
    : html`<rect class="band ${className}" x="${percent(from)}" y="${TOP}" width="${percent(width)}" height="${HEIGHT}"/>`;
}

const MOST_STEPS = 120;
const MOST_TICKS = 60;

/** Ticks at what can be reached: one repeated drawing for plain steps, single ones for other values; none where they would run together. */
function steps(axis: Axis, range: ScoreRange, id: string): Html | undefined {
  const { min, max, step, attainable } = range;
  const count = min === undefined || max === undefined || step === undefined ? 0 : max.sub(min).div(step).valueOf();
  if (min === undefined || max === undefined || count === 0) {
    return attainable !== undefined && attainable.length <= MOST_TICKS
      ? html`${attainable.map((value) => tick(axis.place(value)))}`
      : undefined;
  }
  if (count > MOST_STEPS) {
    return undefined;
  }
  const from = axis.place(min);
  const to = axis.place(max);
  return html`<pattern id="${id}-step" width="${rounded(1 / count, 6)}" height="1"><path class="tick" d="M0 0V4"/></pattern><rect fill="url(#${id}-step)" x="${percent(from)}" y="${BOTTOM}" width="${percent(to - from)}" height="4"/>${tick(to)}`;
}

function tick(place: number): Html {
  return html`<line class="tick" x1="${percent(place)}" x2="${percent(place)}" y1="${BOTTOM}" y2="${BOTTOM + 4}"/>`;
}

function cutOff(axis: Axis, value: Exact, name: string): Html {
  return html`<svg class="cut" x="${percent(axis.place(value))}" y="${TOP}" overflow="visible"><title>${name}: ${digits(value)}</title><path d="M0-2-5-11H5ZM0-4V${HEIGHT + 4}"/></svg>`;
}

function now(context: Context, axis: Axis, score: Score): Html | undefined {
  const value = context.live?.scores.get(score.id)?.number;
  return value === undefined ? undefined : html`<circle class="now" cx="${percent(axis.place(value))}" cy="${TOP + HEIGHT / 2}" r="6"/>`;
}

/** A letter is taken to be 2.4% of the width of a narrow bar. Ends come first, then cut-offs, then where bands begin; what has no room is left out. */
function numbers(axis: Axis, score: Score, range: ScoreRange, bands: readonly Band[]): Html {
  const wanted = [range.min, range.max, ...score.cutOffs.map((cut) => cut.at), ...bands.map((band) => band.from), bands.at(-1)?.to].filter(
    (value) => value !== undefined,
  );
  const placed: { readonly from: number; readonly to: number; readonly at: number; readonly text: string }[] = [];
  for (const value of wanted) {
    const text = digits(value);
    const at = axis.place(value);
    const width = text.length * 2.4 + 2;
    const from = at < 3 ? at : at > 97 ? at - width : at - width / 2;
    if (placed.every((one) => from + width < one.from || from > one.to)) {
      placed.push({ from, to: from + width, at, text });
    }
  }
  return html`${placed.map(({ at, text }) => html`<text${attribute("class", at < 3 ? "first" : at > 97 ? "last" : undefined)} x="${percent(at)}" y="${BOTTOM + 18}">${text}</text>`)}`;
}

function barInWords(score: Score, range: ScoreRange, bands: readonly Band[]): string {
  const ends = `${range.min === undefined ? "no lower end" : digits(range.min)} to ${range.max === undefined ? "no upper end" : digits(range.max)}`;
  const parts = [
    `${range.exact ? "Possible range" : "Outer bound"} ${ends}`,
    bands.length === 0 ? "" : `Bands: ${bands.map((band, index) => `${spoken(band.name)} ${bandInWords(bands, index)}`).join(", ")}`,
    score.cutOffs.length === 0 ? "" : `Cut-offs: ${score.cutOffs.map((cut) => `${spoken(cut.name)} ${digits(cut.at)}`).join(", ")}`,
  ];
  return parts.filter((part) => part !== "").join(". ");
}

function percent(place: number): string {
  return `${rounded(place, 2)}%`;
}

function rounded(number: number, decimals: number): string {
  return String(Number(number.toFixed(decimals)));
}
