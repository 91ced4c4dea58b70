import { documentOfWave, instrumentOf, type Study, type Wave, type Waves } from "../../model/study.ts";
import { type WaveDates, waveDates } from "../../study/calendar.ts";
import { waveTable } from "../../study/waveTable.ts";
import { at, type Context, stop } from "../context.ts";
import { type Html, html } from "../html.ts";
import { renderWideTable } from "../wideTable.ts";
import { quotedWording } from "../wording.ts";

/** When a person is asked again: drawn, as a table, and which sections come back. */
export function renderWaves(context: Context, study: Study): Html | undefined {
  const { waves } = study;
  if (waves === undefined || waves.at.size === 0) {
    return undefined;
  }
  return html`<section class="part"><h2${at(context, study, "waves")}>Waves</h2>
${waves.anchor !== undefined && html`<p class="note"${at(context, waves, "anchor")}>Counted for each person from ${anchorOf(context, study, waves)}</p>`}${drawCalendar(waves)}${renderCalendar(context, waves)}${renderSections(context, study)}</section>
`;
}

function anchorOf(context: Context, study: Study, { anchor = "", document }: Waves): Html {
  const stem = instrumentOf(study, document)?.items.get(anchor)?.stem;
  return stem === undefined ? html`<code>${anchor}</code>` : html`the answer to “${quotedWording(context, stem)}” <code>${anchor}</code>`;
}

function renderCalendar(context: Context, waves: Waves): Html {
  return renderWideTable({
    name: "Waves for each person",
    head: ["Wave", "Due", "Accepted", "Document", "Sections"],
    rows: waves.at.values().map((wave) => ({
      attributes: stop(context, wave),
      cells: [
        wave.id,
        wave.after === undefined ? "not said" : wave.after.amount === 0 ? "at once" : `after ${wave.after.text}`,
        windowInWords(wave),
        documentOfWave(waves, wave) ?? "",
        wave.sections?.join(", ") ?? "all",
      ],
    })),
  });
}

function windowInWords({ window }: Wave): string {
  if (window === undefined) {
    return "on the day";
  }
  const [from, to] = window;
  const before = from.amount === 0 ? "" : from.amount < 0 ? `from ${from.text.replace(/^-/, "")} before` : `from ${from.text} after`;
  const after = to.amount === 0 ? "on the day" : to.amount < 0 ? `${to.text.replace(/^-/, "")} before` : `${to.text} after`;
  return before === "" ? `up to ${after}` : `${before} to ${after}`;
}

/** A section a row, a wave a column. */
function renderSections(context: Context, study: Study): Html | undefined {
  const table = waveTable(study);
  if (table === undefined || table.rows.length === 0) {
    return undefined;
  }
  return renderWideTable({
    name: "Sections by wave",
    kind: "matrix-of",
    head: ["Section", "Items", ...table.waves.map(({ id }) => id)],
    rows: table.rows.map(({ section, items, asked }) => ({
      cells: [
        html`${section.title === undefined ? section.id : quotedWording(context, section.title)} <code>${section.id}</code>`,
        items.length,
        ...asked.map((one) => (one ? html`<span class="covered" role="img" aria-label="asked"></span>` : "")),
      ],
    })),
  });
}

const ROW = 30;
const LEFT = 12;

/** An anchor on 1 January of a year without a leap day: a month is then as long as its name says. */
const ANCHOR = Date.UTC(2025, 0, 1) / 86_400_000;

/** Each wave as a bar over the days in which its answers count, with a mark on the day itself. The table says the same in words. */
function drawCalendar(waves: Waves): Html | undefined {
  const dated = waves.at.values().flatMap((wave) => {
    const dates = waveDates(wave, ANCHOR);
    return dates === undefined || dates.from > dates.to ? [] : [{ wave, dates }];
  });
  const first = Math.min(ANCHOR, ...dated.map(({ dates }) => dates.from));
  const last = Math.max(...dated.map(({ dates }) => dates.to));
  if (dated.length < 2 || last <= first) {
    return undefined;
  }
  const place = (day: number): number => Number((LEFT + ((day - first) / (last - first)) * (100 - LEFT - 3)).toFixed(2));
  const height = dated.length * ROW + 24;
  return html`<svg class="calendar" aria-hidden="true" width="100%" height="${height}">${monthsBetween(first, last).map(
    ({ day, label }) =>
      html`<line class="month" x1="${place(day)}%" x2="${place(day)}%" y1="0" y2="${height - 18}"/><text class="month" x="${place(day)}%" y="${height - 4}">${label}</text>`,
  )}${dated.map(({ wave, dates }, row) => drawWave(wave, dates, row, place))}</svg>
`;
}

function drawWave({ id }: Wave, { due, from, to }: WaveDates, row: number, place: (day: number) => number): Html {
  const top = row * ROW + 4;
  const width = Math.max(place(to) - place(from), 0.6).toFixed(2);
  return html`<text x="0" y="${top + 15}">${id}</text><rect x="${place(from)}%" y="${top}" width="${width}%" height="20" rx="4"/><line class="due" x1="${place(due)}%" x2="${place(due)}%" y1="${top - 2}" y2="${top + 22}"/>`;
}

/** Marks at whole months from the anchor, so far apart that their numbers have room. */
function monthsBetween(first: number, last: number): readonly { readonly day: number; readonly label: string }[] {
  const months = Math.ceil((last - first) / 30);
  const step = [1, 2, 3, 6, 12, 24, 60].find((size) => months / size <= 7) ?? 120;
  const marks: { day: number; label: string }[] = [];
  for (let month = 0; ; month += step) {
    const day = Date.UTC(2025, month, 1) / 86_400_000;
    if (day > last) {
      return marks;
    }
    marks.push({ day, label: month === 0 ? "start" : step % 12 === 0 ? `${month / 12} y` : `${month} mo` });
  }
}
