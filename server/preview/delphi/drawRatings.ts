import type { RatingScale } from "../../delphi/ratingScale.ts";
import { attribute, type Html, html } from "../html.ts";

/** A finer scale is told in words alone. */
const MOST_BARS = 21;
const BAR = 18;
const STEP = BAR + 4;
const TOP = 14;
const HEIGHT = 34;

/** A bar for each point, as high as it was chosen often, with the own rating marked; its name says the same numbers. */
export function drawRatings(scale: RatingScale, counts: readonly number[], whose: string, own: string | undefined): Html | undefined {
  const most = Math.max(...counts, 0);
  if (most === 0 || scale.points.length > MOST_BARS) {
    return undefined;
  }
  const words = scale.points.map(({ code }, place) => `${code}: ${counts[place] ?? 0}`).join(", ");
  return html`<svg class="ratings" role="img" aria-label="${whose}: ${words}" width="${scale.points.length * STEP}" height="${TOP + HEIGHT + 18}">${scale.points.map(
    ({ code }, place) => {
      const count = counts[place] ?? 0;
      const height = Math.round((HEIGHT * count) / most);
      const middle = place * STEP + STEP / 2;
      const bottom = TOP + HEIGHT;
      return html`<rect${attribute("class", code === own ? "own" : undefined)} x="${middle - BAR / 2}" y="${bottom - height}" width="${BAR}" height="${height}"/>${
        count > 0 && html`<text x="${middle}" y="${bottom - height - 3}">${count}</text>`
      }<text class="code${code === own && " own"}" x="${middle}" y="${bottom + 14}">${code}</text>`;
    },
  )}</svg>`;
}
