import { languageOf } from "../language/language.ts";
import type { Instrument, Item, Score, Section } from "../model/instrument.ts";
import { membersOf, neededCount, responseOf } from "../model/resolve.ts";
import { type Context, contextOf } from "../preview/context.ts";
import { languageTags } from "../preview/languages.ts";
import { namingByWording } from "../preview/naming.ts";
import { reviewColumns } from "../preview/reviewer/columns.ts";
import { caseInWords, formulaInWords, roundingInWords, transformInWords } from "../preview/scores/formulaInWords.ts";
import { fillInWords, listed } from "../preview/scores/missingInWords.ts";
import { spoken } from "../preview/scores/spoken.ts";
import type { View } from "../preview/view.ts";
import { withLabels } from "../preview/withLabels.ts";
import type { Block, Runs } from "./block.ts";
import { licenceOf, sourceOf } from "./documentFacts.ts";
import { bandSetsOf, cutOffText, listed as listedBands, rangeText } from "./scoreWords.ts";
import { say, words, wordsOr } from "./words.ts";

/** A paragraph for the methods of a paper, a sentence or a few for each score, and what it rests on. Nothing in it is made up: what the document does not say is not said. */
export function methods(view: View, version: string): readonly Block[] {
  const context = contextOf(view, { naming: namingByWording(view) });
  const { metadata, id } = view.instrument;
  const scores = view.instrument.scores.values().filter((score) => !score.helper);
  const source = sourceOf(metadata);
  return [
    { kind: "heading", level: 1, content: [say("Methods: "), ...wordsOr(context, metadata.title, say(id))] },
    { kind: "paragraph", content: [...opening(context), ...scores.flatMap((score) => scoreSentences(context, score))] },
    ...(scores.length === 0
      ? []
      : [
          {
            kind: "paragraph",
            content: [
              say(
                `Scores were computed from the definition of the instrument with Scalewright ${version}; their ranges are proved from it.`,
              ),
            ],
          } as const,
        ]),
    ...(source === "" ? [] : [{ kind: "paragraph", content: [say("Source: ", "strong"), say(source)] } as const]),
    ...(licenceOf(metadata) === ""
      ? []
      : [{ kind: "paragraph", content: [say("Licence: ", "strong"), say(licenceOf(metadata))] } as const]),
  ];
}

function opening(context: Context): Runs {
  const { instrument } = context;
  const { metadata } = instrument;
  const items = instrument.items.values();
  const sections = new Set(items.map(({ section }) => section)).size;
  const nobody = items.filter((item) => context.reach?.(item).never === true);
  const routed = items.filter((item) => isRouted(instrument, item) && !nobody.includes(item)).length;
  const ends = instrument.sections.values().flatMap(({ screenOut }) => screenOut ?? []);
  const english = new Intl.DisplayNames(["en"], { type: "language" });
  const languages = languageTags(instrument).map((tag) => english.of(languageOf(tag).tag) ?? tag);
  return [
    say("The questionnaire “"),
    ...wordsOr(context, metadata.title, say(instrument.id)),
    say(
      `”${metadata.version === undefined ? "" : ` (version ${metadata.version})`} has ${count(items.length, "item")} in ${count(sections, "section")}${
        routed + nobody.length === 0 ? "" : `, of which ${routingSentence(routed, nobody.length)}`
      }${languages.length > 1 ? `, in ${listed(languages)}` : ""}. `,
    ),
    ...(ends.length === 0
      ? []
      : [say(`It ends early if ${ends.map((end) => context.inWords(withLabels(context, end))).join(", or if ")}. `)]),
    ...(nobody.length === 0 || nobody.length > MOST_NAMED
      ? []
      : [
          say("Asked of nobody: “"),
          ...nobody.flatMap((item, index): Runs => [...(index === 0 ? [] : [say("”, “")]), ...wordsOr(context, item.stem, say(item.id))]),
          say("”. "),
        ]),
  ];
}

/** Whether an item, or a part that it stands in, is asked after certain answers alone. */
function isRouted({ sections }: Instrument, { when, section }: Item): boolean {
  const around: Section[] = [];
  for (let next = sections.get(section); next !== undefined && !around.includes(next); next = sections.get(next.parent ?? ""))
    around.push(next);
  return when !== undefined || around.some((one) => one.when !== undefined);
}

/** More wordings than these fill a paragraph; the codebook has them all. */
const MOST_NAMED = 3;

function routingSentence(routed: number, nobody: number): string {
  const parts = [
    routed === 0 ? "" : `${routed} ${routed === 1 ? "is" : "are"} asked only after certain answers`,
    nobody === 0 ? "" : `${nobody} ${nobody === 1 ? "is" : "are"} asked of nobody`,
  ];
  return parts.filter((part) => part !== "").join(" and ");
}

function scoreSentences(context: Context, score: Score): Runs {
  const { members } = membersOf(context.instrument, score);
  const range = context.ranges?.get(score.id);
  const parts: string[] = [` is ${madeInWords(context, score)}`];
  const answers = answersOf(
    context,
    members.flatMap(({ item }) => item ?? []),
  );
  if (answers !== "") parts.push(`, answered ${answers}`);
  if (score.transform.length > 0) parts.push(`, ${score.transform.map(transformInWords).join(", then ")}`);
  if (score.round !== undefined) parts.push(`, rounded ${roundingInWords(score.round)}`);
  if (!isTruth(context, score)) parts.push(`. Possible values: ${rangeText(range)}`);
  const higher: Runs = score.higher === undefined ? [] : [say("; higher means "), ...words(context, score.higher)];
  const after: string[] = ["."];
  if (score.when !== undefined) after.push(` It exists only where ${context.inWords(withLabels(context, score.when))}.`);
  if (score.entries !== undefined && members.length > 1 && score.level === "person")
    after.push(` ${missingSentence(score, members.length)}`);
  for (const { name, bands } of bandSetsOf(score)) after.push(` ${name === "band" ? "Bands" : capital(name)}: ${listedBands(bands)}.`);
  if (score.cutOffs.length > 0)
    after.push(` ${score.cutOffs.length === 1 ? "Cut-off" : "Cut-offs"}: ${score.cutOffs.map(cutOffText).join("; ")}.`);
  return [say("“"), ...wordsOr(context, score.label, say(score.id)), say("”"), say(parts.join("")), ...higher, say(`${after.join("")} `)];
}

/** How a score comes about, as the end of a sentence. Items are called by their wordings and answers by their labels. */
function madeInWords(context: Context, score: Score): string {
  if (score.cases !== undefined) {
    const cases = score.cases.map((one) => caseInWords(context, { ...one, when: one.when && withLabels(context, one.when) }));
    return `the first of these that holds: ${cases.join("; ")}`;
  }
  if (score.value === undefined) return `the ${formulaInWords(context, score) ?? "value that the document defines"}`;
  const words = context.inWords(withLabels(context, score.value));
  return isTruth(context, score) ? `true where ${words}` : /^(?:the|a|an) /.test(words) ? words : `the value of ${words}`;
}

function isTruth(context: Context, score: Score): boolean {
  return context.ranges?.get(score.id)?.values?.every((value) => typeof value === "boolean") === true;
}

function capital(name: string): string {
  const text = spoken(name);
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** "on 4 points from “Not at all” to “Nearly every day”", where all items share one response. */
function answersOf(context: Context, items: readonly Item[]): string {
  const [first, ...rest] = items.map((item) => responseOf(context.instrument, item));
  if (first === undefined || rest.some((other) => other !== first)) return "";
  const columns = reviewColumns(first).filter(({ missing }) => !missing);
  const label = (index: number): string | undefined => {
    const text = columns.at(index)?.label;
    return text && words(context, text)[0]?.text;
  };
  const [low, high] = [label(0), label(-1)];
  if (columns.length < 3 || low === undefined || high === undefined) return "";
  return `on ${columns.length} points from “${low}” to “${high}”`;
}

function missingSentence(score: Score, entries: number): string {
  const needed = neededCount(score.missing, entries);
  if (needed >= entries) return `${entries === 2 ? "Both" : `All ${entries}`} must be answered, else the score is missing.`;
  const always = score.missing?.always ?? [];
  return `With at least ${needed} of ${entries} answered ${fillInWords(score)}; with fewer the score is missing${always.length > 0 ? `, as it is without ${listed(always)}` : ""}.`;
}

export function count(size: number, what: string): string {
  return `${size} ${what}${size === 1 ? "" : "s"}`;
}
