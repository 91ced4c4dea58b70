import type { Band, CutOff, Score } from "../model/instrument.ts";
import { digits } from "../number/digits.ts";
import { cutOffInWords } from "../preview/cutOffInWords.ts";
import { bandInWords } from "../preview/scores/bandInWords.ts";
import { spoken } from "../preview/scores/spoken.ts";
import type { ScoreRange } from "../preview/view.ts";

/** "0 to 27 in steps of 1, proved", or the texts that a score can be. */
export function rangeText(range: ScoreRange | undefined): string {
  if (range === undefined) return "not known";
  const { min, max, exact, step, attainable, values } = range;
  if (min === undefined && max === undefined)
    return values === undefined ? "no end on either side" : values.map((one) => spoken(String(one))).join(", ");
  const ends =
    min === undefined
      ? `up to ${max === undefined ? "" : digits(max)}, no lower end`
      : max === undefined
        ? `from ${digits(min)}, no upper end`
        : `${digits(min)} to ${digits(max)}`;
  if (!exact) return `within ${ends} (an outer bound)`;
  const steps =
    step !== undefined
      ? ` in steps of ${digits(step)}`
      : attainable !== undefined && attainable.length > 1
        ? `, ${attainable.length} values`
        : "";
  return `${ends}${steps} (proved)`;
}

/** All band sets of a score that hold for everyone: "minimal 0 to 4; mild 5 to 9". */
export function bandText(score: Score): string {
  return bandSetsOf(score)
    .map(({ name, bands }) => `${name === "band" ? "" : `${spoken(name)}: `}${listed(bands)}`)
    .join("; ");
}

export function listed(bands: readonly Band[]): string {
  return bands.map((band, index) => `${spoken(band.name)} ${bandInWords(bands, index)}`).join(", ");
}

/** The bands of a score and its further band sets, each by its name; bands by a covariate once for each code. */
export function bandSetsOf(score: Score): readonly { readonly name: string; readonly bands: readonly Band[] }[] {
  const sets = [...(score.bands === undefined ? [] : [["band", score.bands] as const]), ...score.bandSets];
  return sets.flatMap(([name, set]) =>
    set.kind === "bands"
      ? [{ name, bands: set.bands }]
      : [...set.sets].map(([written, bands]) => ({ name: `${name === "band" ? "bands" : name} where ${set.by} is ${written}`, bands })),
  );
}

/** "major depression: at least 10". */
export function cutOffText(cut: CutOff): string {
  const source = cut.source === undefined ? "" : ` (source: ${cut.source})`;
  return `${spoken(cut.name)}: ${cutOffInWords(cut)}${source}`;
}

/** The columns that a score file has beside the score itself. */
export function propertyNames(score: Score): readonly string[] {
  if (score.level === "group") return [];
  const cuts = [...new Set(score.cutOffs.map(({ name }) => name))];
  return [...(score.bands === undefined ? [] : ["band"]), ...cuts, ...score.bandSets.keys()].map((name) => `${score.id}.${name}`);
}
