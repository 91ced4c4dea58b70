import type { Score } from "../../model/instrument.ts";
import { membersOf } from "../../model/resolve.ts";
import { digits } from "../../number/digits.ts";
import type { Exact } from "../../number/exact.ts";
import type { Witness } from "../../scoring/range.ts";
import type { Context } from "../context.ts";
import { cutOffInWords } from "../cutOffInWords.ts";
import { type Html, html, joined } from "../html.ts";
import { sourceLink } from "../outsideLink.ts";
import { scoreLink } from "../scoreLink.ts";
import { quotedWording } from "../wording.ts";
import { declaredInWords } from "./declared.ts";
import { caseInWords, formulaInWords, roundingInWords, transformInWords } from "./formulaInWords.ts";
import { renderMissing } from "./missing.ts";
import { spoken } from "./spoken.ts";
import { witnessInWords } from "./witness.ts";

export interface ScoreFact {
  readonly name: string;
  readonly property?: keyof Score & string;
  readonly content: Html;
}

/** What there is to say of a score, in the order of its pipeline. */
export function scoreFacts(context: Context, score: Score): readonly ScoreFact[] {
  const { members } = membersOf(context.instrument, score);
  const formula = formulaInWords(context, score);
  const facts: (ScoreFact | undefined)[] = [
    ...endFacts(context, score),
    said("Higher means", "higher", score.higher && html`${quotedWording(context, score.higher)}`),
    said("Only where", "when", score.when && html`${context.inWords(score.when)}`),
    said("Made from", score.value === undefined ? "entries" : "value", formula === undefined ? undefined : html`${formula}`),
    said("Cases", "cases", score.cases && html`<ol>${score.cases.map((one) => html`<li>${caseInWords(context, one)}</li>`)}</ol>`),
    said("Missing answers", "missing", score.entries === undefined || score.level === "group" ? undefined : renderMissing(score, members)),
    said("Then", "transform", score.transform.length === 0 ? undefined : html`${score.transform.map(transformInWords).join(", then ")}`),
    said("Rounded", "round", score.round && html`${roundingInWords(score.round)}`),
    said("Cut-offs", "cutOffs", cutOffs(score)),
    said("Declared range", "range", score.range && html`${declaredInWords(score, context.ranges?.get(score.id))}`),
    said("By group", "by", groupFact(score)),
    said("Unit", "unit", score.unit && html`${quotedWording(context, score.unit)}`),
    usedIn(context, score),
    said("Source", "source", score.source === undefined ? undefined : sourceLink(score.source)),
  ];
  return facts.filter((fact) => fact !== undefined);
}

function said(name: string, property: keyof Score & string, content: Html | undefined): ScoreFact | undefined {
  return content === undefined ? undefined : { name, property, content };
}

/** The two ends with answers that reach them. */
function endFacts(context: Context, score: Score): readonly ScoreFact[] {
  const range = context.ranges?.get(score.id);
  if (range === undefined) {
    return [];
  }
  return [
    ...endFact(context, "Lowest", range.min, range.minReached !== false, range.witness?.min),
    ...endFact(context, "Highest", range.max, range.maxReached !== false, range.witness?.max),
  ];
}

function endFact(
  context: Context,
  name: string,
  value: Exact | undefined,
  reached: boolean,
  witness: Witness | undefined,
): readonly ScoreFact[] {
  if (value === undefined) {
    return [];
  }
  const how = witness === undefined ? undefined : witnessInWords(context, witness);
  return [{ name, content: html`${!reached && "nearly "}<strong>${digits(value)}</strong>${how !== undefined && html` ${how}`}` }];
}

function cutOffs(score: Score): Html | undefined {
  return score.cutOffs.length === 0
    ? undefined
    : html`<ul>${score.cutOffs.map(
        (cut) =>
          html`<li>${spoken(cut.name)}: ${cutOffInWords(cut)}${cut.source !== undefined && html` <cite>${sourceLink(cut.source)}</cite>`}</li>`,
      )}</ul>`;
}

function groupFact(score: Score): Html | undefined {
  if (score.level !== "group") {
    return undefined;
  }
  const by = score.by === undefined ? "over everyone" : `one value for each ${score.by}`;
  return html`${by}${score.smallestGroup !== undefined && `, shown from ${score.smallestGroup} answers on`}`;
}

function usedIn(context: Context, score: Score): ScoreFact | undefined {
  const uses = context.usesOf(score.id);
  return uses.length === 0
    ? undefined
    : {
        name: "Used in",
        content: joined(
          uses.map((use) => scoreLink(context, use.score)),
          ", ",
        ),
      };
}
