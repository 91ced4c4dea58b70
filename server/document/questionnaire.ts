import type { Expression } from "../expression/expression.ts";
import type { Item, Section } from "../model/instrument.ts";
import { responseOf } from "../model/resolve.ts";
import { type Context, contextOf } from "../preview/context.ts";
import { fitsInTable } from "../preview/items.ts";
import { outlineOf, type SectionOutline } from "../preview/outline.ts";
import type { View } from "../preview/view.ts";
import type { Block, Runs } from "./block.ts";
import { answerBlocks } from "./questionnaire/answer.ts";
import { matrixTable } from "./questionnaire/matrix.ts";
import { withLabels } from "./withLabels.ts";
import { say, words, wordsOr } from "./words.ts";

/** A paper form: what it is made from, how its questions are numbered, and whether codes stand beside the answers. */
export interface Form {
  readonly context: Context;
  readonly codes: boolean;
  /** "question 3", as the form numbers it. */
  numberOf(item: string): number;
  /** A text with piped answers named by the questions that they come from. */
  text(text: Parameters<typeof words>[1], style?: Parameters<typeof words>[2]): Runs;
  /** A condition in the words of the form. */
  condition(tree: Expression): string;
}

/** The questionnaire as a form for paper: a page for each section, questions numbered from first to last, boxes to tick and lines to write on. */
export function questionnaire(view: View, codes: boolean): readonly Block[] {
  const form = formOf(view, codes);
  const { instrument } = view;
  const { title } = instrument.metadata;
  return [
    { kind: "heading", level: 1, content: wordsOr(form.context, title, say(instrument.id)) },
    ...outlineOf(instrument).flatMap((outline, index): readonly Block[] => [
      ...(index === 0 ? [] : [{ kind: "page" } as const]),
      ...sectionBlocks(form, outline, 2),
    ]),
  ];
}

function formOf(view: View, codes: boolean): Form {
  const { items } = view.instrument;
  const numberOf = (id: string) => items.indexOf(id) + 1;
  const naming = (id: string) => (items.has(id) ? `question ${numberOf(id)}` : id);
  const context = contextOf(view, { naming });
  return {
    context,
    codes,
    numberOf,
    text: (text, style) => words(context, text, style, (id) => (items.has(id) ? `(your answer to question ${numberOf(id)})` : undefined)),
    condition: (tree) => context.inWords(withLabels(context, tree)),
  };
}

function sectionBlocks(form: Form, outline: SectionOutline, level: 2 | 3 | 4): readonly Block[] {
  const { section, items, nested, nestedFirst } = outline;
  const below = nested.flatMap((one) => sectionBlocks(form, one, level === 2 ? 3 : 4));
  const own = itemBlocks(form, section, items);
  return [...openingOf(form, section, level), ...(nestedFirst ? [...below, ...own] : [...own, ...below]), ...endOf(form, section)];
}

function openingOf(form: Form, section: Section, level: 2 | 3 | 4): readonly Block[] {
  const blocks: Block[] = [];
  if (section.title !== undefined) blocks.push({ kind: "heading", level, content: form.text(section.title) });
  if (section.when !== undefined)
    blocks.push(note(`Please answer this part only if ${form.condition(section.when)}. Otherwise go on to the next part.`));
  if (section.repeat !== undefined) {
    const { label, min, max } = section.repeat;
    const times = [min === undefined ? "" : `at least ${min}`, max === undefined ? "" : `at most ${max}`].filter((part) => part !== "");
    const often = times.length === 0 ? "" : ` (${times.join(" and ")} times)`;
    blocks.push({
      kind: "paragraph",
      role: "note",
      content:
        label === undefined
          ? [say(`Please use a copy of this part each time${often}.`)]
          : [say("Please use a copy of this part for each: "), ...form.text(label), say(`${often}.`)],
    });
  }
  if (section.text !== undefined) blocks.push({ kind: "paragraph", content: form.text(section.text) });
  return blocks;
}

function endOf(form: Form, { screenOut }: Section): readonly Block[] {
  return screenOut === undefined
    ? []
    : [note(`If ${form.condition(screenOut)}, please stop here: the questionnaire ends for you. Thank you.`)];
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
  if (item.when !== undefined) blocks.push(note(`Please answer question ${form.numberOf(item.id)} only if ${form.condition(item.when)}.`));
  blocks.push({
    kind: "paragraph",
    content: [number, ...(item.stem === undefined ? [say(item.id, "strong")] : form.text(item.stem, "strong"))],
  });
  if (item.help !== undefined) blocks.push({ kind: "paragraph", role: "help", content: form.text(item.help) });
  if (response !== undefined) blocks.push(...answerBlocks(form, response));
  return { kind: "together", blocks: [...blocks, ...signpost(form, item)] };
}

function note(text: string): Block {
  return { kind: "paragraph", role: "note", content: [say(text)] };
}
