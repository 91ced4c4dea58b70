import { type Cut, instrumentOfPhase, type Sample, type Study, type Variation } from "../../model/study.ts";
import { digits } from "../../number/digits.ts";
import { cellsOf } from "../../study/variation.ts";
import { at, type Context, stop } from "../context.ts";
import { type Fact, renderFacts } from "../factList.ts";
import { type Html, html } from "../html.ts";
import { listed } from "../scores/missingInWords.ts";
import { spoken } from "../scores/spoken.ts";
import { plainWording } from "../wording.ts";

/** Who of one phase is invited to another, and in what those people are to differ. */
export function renderSampling(context: Context, study: Study): Html | undefined {
  return study.sampling.size === 0
    ? undefined
    : html`<section class="part"><h2${at(context, study, "sampling")}>Sampling</h2>
${study.sampling.values().map((sample) => renderSample(context, study, sample))}</section>
`;
}

function renderSample(context: Context, study: Study, sample: Sample): Html {
  const facts: readonly Fact<Sample>[] = [
    { name: "From", property: "from", content: sample.from },
    { name: "To", property: "to", content: sample.to },
    { name: "Consent", property: "consent", content: sample.consent },
    { name: "Eligible", property: "eligible", content: sample.eligible && `where ${context.inWords(sample.eligible)}` },
    {
      name: "Wanted",
      property: "target",
      content:
        sample.target === undefined
          ? undefined
          : `${sample.target} people${sample.reserve === undefined ? "" : `, and ${sample.reserve} in reserve`}`,
    },
    { name: "To differ in", property: "varyBy", content: variations(context, study, sample) },
  ];
  return html`<article class="wide"${stop(context, sample)}><h3>${spoken(sample.id)} <code>${sample.id}</code></h3>
${renderFacts(context, sample, facts)}</article>
`;
}

/** How many cells the variations make together, beside how many people are wanted. */
function variations(context: Context, study: Study, sample: Sample): Html | undefined {
  const instrument = instrumentOfPhase(study, sample.from);
  if (sample.varyBy.length === 0) {
    return undefined;
  }
  const { counts, product } = instrument === undefined ? { counts: [], product: 0 } : cellsOf(instrument, sample);
  const lines = sample.varyBy.map((variation) => {
    const label = plainWording(context, instrument?.scores.get(variation.name)?.label ?? instrument?.items.get(variation.name)?.stem);
    const count = counts.find((one) => one.variation === variation)?.count;
    return html`<li>${label !== "" && `${label} `}<code>${variation.name}</code>${cutInWords(variation)}${count !== undefined && `: ${count} groups`}</li>`;
  });
  const cells =
    counts.length > 1 &&
    html`<p class="note">${listed(counts.map(({ count }) => String(count)))} groups make ${product} cells${sample.target !== undefined && ` for ${sample.target} people`}</p>`;
  return html`<ul>${lines}</ul>${cells}`;
}

function cutInWords({ cut }: Variation): string {
  return cut === undefined ? "" : ` in ${words(cut)}`;
}

function words(cut: Cut): string {
  return cut.kind === "shares" ? spoken(cut.word) : `stretches cut at ${listed(cut.numbers.map(digits))}`;
}
