import type { RatingScale } from "../../delphi/ratingScale.ts";
import { type Html, html } from "../../preview/html.ts";

/** A finer scale is not drawn. */
const MOST_BARS = 21;
const [BAR, GAP, HEIGHT] = [22, 4, 44];

/** A bar for each point, its height the number of ratings; the same numbers stand in its description. `own`: the place of a rating to be marked. */
export function drawRatings(scale: RatingScale, counts: readonly number[], whose: string, own?: number): Html | undefined {
  const most = Math.max(0, ...scale.points.map((_, place) => counts[place] ?? 0));
  if (most === 0 || scale.points.length > MOST_BARS) return undefined;
  const bands = [...scale.bands.values()];
  const kindOf = (place: number) => (bands.at(-1)?.includes(place) ? "in" : bands[0]?.includes(place) ? "out" : "other");
  const width = scale.points.length * (BAR + GAP);
  const words = scale.points.map(({ code }, place) => `${code}: ${counts[place] ?? 0}`).join(", ");
  return html`<svg width="${width}" height="${HEIGHT + 30}" role="img" aria-label="Ratings of ${whose}: ${words}">${scale.points.map(
    ({ code }, place) => {
      const count = counts[place] ?? 0;
      const height = Math.round((HEIGHT * count) / most);
      const x = place * (BAR + GAP);
      const middle = x + BAR / 2;
      return html`<rect class="${kindOf(place)}" x="${x}" y="${12 + HEIGHT - height}" width="${BAR}" height="${height}"/><text x="${middle}" y="${9 + HEIGHT - height}" font-size="10" text-anchor="middle" fill="currentColor">${
        count > 0 ? count : ""
      }</text><text x="${middle}" y="${HEIGHT + 26}" font-size="11" text-anchor="middle" fill="currentColor"${
        place === own ? html` font-weight="700" text-decoration="underline"` : ""
      }>${code}</text>`;
    },
  )}</svg>`;
}
