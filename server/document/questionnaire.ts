import type { Expression } from "../expression/expression.ts";
import { referencesIn } from "../expression/references.ts";
import { conditionInWords } from "../language/conditionInWords.ts";
import { howOften } from "../language/howOften.ts";
import type { PhraseKey } from "../language/phrases.ts";
import type { Item, Section } from "../model/instrument.ts";
import { responseOf } from "../model/resolve.ts";
import { type Context, contextOf } from "../preview/context.ts";
import { fitsInTable } from "../preview/items.ts";
import { namingByWording } from "../preview/naming.ts";
import { outlineOf, type SectionOutline } from "../preview/outline.ts";
import type { View } from "../preview/view.ts";
import { withLabels } from "../preview/withLabels.ts";
import type { Block, Runs } from "./block.ts";
import { type PrintedPhrases, printedPhrases, type Values } from "./printedPhrases.ts";
import { answerBlocks } from "./questionnaire/answer.ts";
import { matrixTable } from "./questionnaire/matrix.ts";
import { say, words, wordsOr } from "./words.ts";

/** A paper form: what it is made from, how its questions are numbered, and whether codes stand beside the answers. */
export interface Form {
  readonly context: Context;
  readonly codes: boolean;
  readonly around: Around;
  /** The tool's own words in the language of the form. */
  readonly phrases: PrintedPhrases;
  /** The place of a question as the form numbers it. */
  numberOf(item: string): number;
  /** A text with piped answers named by the questions that they come from. */
  text(text: Parameters<typeof words>[1], style?: Parameters<typeof words>[2]): Runs;
  /** A condition in the words of the form; in English where the language has no words for it. */
  condition(tree: Expression): Runs;
}

/** What stands around the answers of an item on other forms, such as the ratings of the round before. */
export interface Around {
  before?(form: Form, item: Item): readonly Block[];
  after?(form: Form, item: Item): readonly Block[];
}

/** A form, and what whoever prints it must be told. */
export interface Pages {
  readonly blocks: readonly Block[];
  readonly remarks: readonly string[];
}

/**
 * The questionnaire as a form for paper: a page for each section, questions numbered from first to last, boxes to tick and lines to write on. What
 * routing is proved to ask of nobody is left out, for a form shows what people are asked; whoever prints it is told.
 */
export function questionnaire(view: View, codes: boolean, around: Around = {}): Pages {
  const conditions: Conditions = { inEnglish: [], notAsked: [] };
  const form = formOf(view, codes, around, conditions);
  const { instrument } = view;
  const { title } = instrument.metadata;
  const blocks: readonly Block[] = [
    { kind: "heading", level: 1, content: wordsOr(form.context, title, say(instrument.id)) },
    ...outlineOf(instrument)
      .filter(({ section }) => isAsked(view, section))
      .flatMap((outline, index): readonly Block[] => [
        ...(index === 0 ? [] : [{ kind: "page" } as const]),
        ...sectionBlocks(form, outline, 2),
      ]),
  ];
  return { blocks, remarks: [...leftOut(view), ...remarksOf(form, conditions)] };
}

const isAsked = ({ reach }: View, thing: Item | Section): boolean => reach?.(thing).never !== true;

function leftOut(view: View): readonly string[] {
  const nobody = view.instrument.items.values().filter((item) => !isAsked(view, item));
  const [first] = nobody;
  if (first === undefined) return [];
  const because = view.reach?.(first).because;
  return nobody.length === 1
    ? [`"${first.id}" is left out, for routing asks it of nobody${because === undefined ? "" : `: ${because}`}`]
    : [`${nobody.length} questions are left out, for routing asks them of nobody: ${nobody.map(({ id }) => `"${id}"`).join(", ")}`];
}

/** Conditions that whoever prints the form must be told of: those said in English, and those on what no question asks. */
interface Conditions {
  readonly inEnglish: Expression[];
  readonly notAsked: Expression[];
}

function formOf(view: View, codes: boolean, around: Around, conditions: Conditions): Form {
  const { items, scores, metadata } = view.instrument;
  const phrases = printedPhrases(view.language ?? metadata.language ?? "en");
  const asked = items.values().filter((item) => isAsked(view, item));
  const numbers = new Map(asked.map(({ id }, index) => [id, index + 1]));
  const numberOf = (id: string) => numbers.get(id);
  const byWording = namingByWording(view);
  const naming = (id: string) => (numbers.has(id) ? `question ${numberOf(id)}` : byWording(id));
  const context = contextOf(view, { naming });
  const answerTo = (id: string) => {
    const number = numberOf(id);
    return number === undefined ? undefined : phrases.text("answerTo", { number });
  };
  const saying = { phrases, numberOf: (id: string) => numberOf(id)?.toString() };
  return {
    context,
    codes,
    around,
    phrases,
    numberOf: (id) => numberOf(id) ?? 0,
    text: (text, style) => words(context, text, style, answerTo, phrases),
    condition: (tree) => {
      const labelled = withLabels(context, tree);
      const own = conditionInWords(saying, labelled);
      if (referencesIn(tree).some(({ id }) => scores.has(id))) conditions.notAsked.push(tree);
      if (own !== undefined) return [phrases.run(own)];
      conditions.inEnglish.push(tree);
      return [say(context.inWords(labelled))];
    },
  };
}

function remarksOf({ phrases }: Form, { inEnglish, notAsked }: Conditions): readonly string[] {
  const remarks: string[] = [];
  if (phrases.conditions !== undefined && inEnglish.length > 0)
    remarks.push(`${some(inEnglish)} printed in English: there are no words for such a formula in "${phrases.language.tag}"`);
  if (notAsked.length > 0)
    remarks.push(
      `${some(notAsked)} on a score: whoever answers on paper cannot know it, so say on the form how it is worked out or leave it out`,
    );
  return remarks;
}

function some(conditions: readonly Expression[]): string {
  return conditions.length === 1 ? "1 condition is" : `${conditions.length} conditions are`;
}

function sectionBlocks(form: Form, outline: SectionOutline, level: 2 | 3 | 4): readonly Block[] {
  const { section, nested, nestedFirst } = outline;
  const items = outline.items.filter((item) => isAsked(form.context, item));
  const below = nested.filter((one) => isAsked(form.context, one.section)).flatMap((one) => sectionBlocks(form, one, level === 2 ? 3 : 4));
  const own = itemBlocks(form, section, items);
  return [...openingOf(form, section, level), ...(nestedFirst ? [...below, ...own] : [...own, ...below]), ...endOf(form, section)];
}

function openingOf(form: Form, section: Section, level: 2 | 3 | 4): readonly Block[] {
  const blocks: Block[] = [];
  if (section.title !== undefined) blocks.push({ kind: "heading", level, content: form.text(section.title) });
  if (section.when !== undefined) blocks.push(formNote(form, "partOnlyIf", { condition: form.condition(section.when) }));
  if (section.repeat !== undefined) blocks.push(repeatNote(form, section.repeat));
  if (section.text !== undefined) blocks.push({ kind: "paragraph", content: form.text(section.text) });
  return blocks;
}

function repeatNote(form: Form, { label, min, max }: NonNullable<Section["repeat"]>): Block {
  const { phrases } = form;
  const often = howOften(phrases, { min, max });
  return label === undefined
    ? formNote(form, "copyEachTime", { often })
    : formNote(form, "copyForEach", { label: form.text(label), often });
}

function endOf(form: Form, { screenOut }: Section): readonly Block[] {
  return screenOut === undefined ? [] : [formNote(form, "screenedOut", { condition: form.condition(screenOut) })];
}

/** Neighbours on one response stand in a table where the section asks for a matrix, but for those that are asked of some only. Signposts stand behind the table. */
function itemBlocks(form: Form, section: Section, items: readonly Item[]): readonly Block[] {
  const { instrument } = form.context;
  const blocks: Block[] = [];
  let at = 0;
  while (at < items.length) {
    const first = items[at];
    if (first === undefined) break;
    const response = responseOf(instrument, first);
    let end = at + 1;
    if (section.layout === "matrix" && response !== undefined && fitsInTable(response) && first.when === undefined) {
      for (let next = items[end]; next && next.when === undefined && responseOf(instrument, next) === response; next = items[end]) end++;
    }
    const run = items.slice(at, end);
    if (run.length > 1 && response !== undefined)
      blocks.push(matrixTable(form, section, run, response), ...run.flatMap((item) => signpost(form, item)));
    else blocks.push(questionBlock(form, first));
    at = end;
  }
  return blocks;
}

function signpost(form: Form, { alert }: Item): readonly Block[] {
  return alert === undefined ? [] : [{ kind: "paragraph", role: "signpost", content: form.text(alert) }];
}

function questionBlock(form: Form, item: Item): Block {
  const response = responseOf(form.context.instrument, item);
  const number = say(`${form.numberOf(item.id)}. `, "strong");
  const blocks: Block[] = [];
  if (item.when !== undefined)
    blocks.push(formNote(form, "questionOnlyIf", { number: form.numberOf(item.id), condition: form.condition(item.when) }));
  blocks.push({
    kind: "paragraph",
    content: [number, ...(item.stem === undefined ? [say(item.id, "strong")] : form.text(item.stem, "strong"))],
  });
  if (item.help !== undefined) blocks.push({ kind: "paragraph", role: "help", content: form.text(item.help) });
  blocks.push(...(form.around.before?.(form, item) ?? []));
  if (response !== undefined) blocks.push(...answerBlocks(form, response));
  return { kind: "together", blocks: [...blocks, ...(form.around.after?.(form, item) ?? []), ...signpost(form, item)] };
}

/** A remark of the form itself, in its own words. */
export function formNote({ phrases }: Pick<Form, "phrases">, key: PhraseKey, values?: Values): Block {
  return { kind: "paragraph", role: "note", content: phrases.say(key, values) };
}
