import { ENGLISH } from "../language/phrases.ts";
import type { Item, Response, Section } from "../model/instrument.ts";
import { responseOf } from "../model/resolve.ts";
import { digits } from "../number/digits.ts";
import { type Context, contextOf } from "../preview/context.ts";
import { responseInWords } from "../preview/responseInWords.ts";
import { countsOf, reviewColumns } from "../preview/reviewer/columns.ts";
import type { View } from "../preview/view.ts";
import type { Block, Runs } from "./block.ts";
import { documentFacts } from "./documentFacts.ts";
import { bandText, cutOffText, propertyNames, rangeText } from "./scoreWords.ts";
import { code, join, say, words, wordsOr } from "./words.ts";

/** Every variable of a data file: what it is called, what was asked, its codes, what counts as missing, when it was asked, and which scores use it. */
export function codebook(view: View): readonly Block[] {
  const context = contextOf(view);
  const { instrument } = view;
  return [
    { kind: "heading", level: 1, content: [say("Codebook: "), ...wordsOr(context, instrument.metadata.title, say(instrument.id))] },
    ...documentFacts(context),
    ...responseBlocks(context),
    ...instrument.sections.values().flatMap((section) => variableBlocks(context, section.id)),
    ...scoreBlocks(context),
  ];
}

/** One table of codes for each response that items are answered on. */
function responseBlocks(context: Context): readonly Block[] {
  const { instrument } = context;
  const named = instrument.responses.values().filter((response) => context.usersOf(response) > 0);
  if (named.length === 0) return [];
  return [
    { kind: "heading", level: 2, content: [say("Answers and their codes")] },
    ...named.flatMap((response): readonly Block[] => [
      { kind: "heading", level: 3, content: [code(response.id ?? "")] },
      { kind: "paragraph", content: [say(sentence(responseInWords(context, response))), ...anchorsOf(context, response), say(".")] },
      ...codeTable(context, response, [say("Codes of "), code(response.id ?? "")]),
    ]),
  ];
}

function codeTable(context: Context, response: Response, caption: Runs): readonly Block[] {
  const columns = reviewColumns(response);
  if (columns.length === 0) return [];
  const scored = columns.some(({ option }) => option?.score !== undefined);
  return [
    {
      kind: "table",
      caption,
      head: [[say("Code")], [say("Label")], ...(scored ? [[say("Score")]] : []), [say("Counts as")]],
      rows: columns.map((column) => [
        [code(column.code)],
        column.label === undefined ? [] : words(context, column.label),
        ...(scored ? [column.option?.score === undefined ? [] : [say(digits(column.option.score))]] : []),
        [say(column.missing ? "missing" : "an answer")],
      ]),
    },
  ];
}

function variableBlocks(context: Context, id: string): readonly Block[] {
  const section = context.instrument.sections.get(id);
  const items = context.instrument.items.values().filter((item) => item.section === id);
  if (section === undefined || items.length === 0) return [];
  return [
    { kind: "heading", level: 2, content: [say("Variables: "), ...wordsOr(context, section.title, code(id))] },
    ...(section.when === undefined
      ? []
      : [{ kind: "paragraph", content: [say(`This part is asked only if ${context.inWords(section.when)}.`)] } as const]),
    ...(section.repeat === undefined ? [] : [{ kind: "paragraph", content: repeated(context, section.repeat) } as const]),
    ...(context.reach?.(section).never === true
      ? [{ kind: "paragraph", content: [say(`This part is asked of nobody${whyNobody(context, section)}.`, "strong")] } as const]
      : []),
    ...items.map((item): Block => ({ kind: "together", blocks: variable(context, item) })),
    ...(section.screenOut === undefined
      ? []
      : [
          {
            kind: "paragraph",
            content: [say(`The questionnaire ends here if ${context.inWords(section.screenOut)}; what follows is then empty.`)],
          } as const,
        ]),
  ];
}

/** "This part is asked once for each: job (at least once and at most 3 times)." */
function repeated(context: Context, { label, min, max }: NonNullable<Section["repeat"]>): Runs {
  const times = [
    min === undefined ? "" : ENGLISH.counted("timesAtLeast", min),
    max === undefined ? "" : ENGLISH.counted("timesAtMost", max),
  ].filter((part) => part !== "");
  return [
    say("This part is asked several times"),
    ...(label === undefined ? [] : [say(", once for each: "), ...words(context, label)]),
    say(times.length === 0 ? "." : ` (${ENGLISH.list(times, "and")}).`),
  ];
}

function variable(context: Context, item: Item): readonly Block[] {
  const response = responseOf(context.instrument, item);
  const facts = [
    { name: "Asked", content: item.stem === undefined ? [] : words(context, item.stem) },
    { name: "Answered on", content: answeredOn(context, response) },
    { name: "Codes", content: codesOf(context, item, response) },
    { name: "Asked only if", content: item.when === undefined ? [] : [say(context.inWords(item.when))] },
    {
      name: "Asked of nobody",
      content: context.reach?.(item).never === true ? [say(`the column stays empty${whyNobody(context, item)}`)] : [],
    },
    { name: "Where it is not asked", content: item.skipped === undefined ? [] : [say(`counts ${digits(item.skipped)}`)] },
    { name: "Direction", content: item.reverse ? [say("reverse-keyed: a high answer gives a low score")] : [] },
    { name: "Right answer", content: item.key === undefined ? [] : [code(item.key)] },
    { name: "About", content: item.recall === undefined ? [] : [say(item.recall)] },
    { name: "Used by", content: usesOf(context, item) },
    { name: "Privacy", content: item.privacy === undefined ? [] : [say(item.privacy.replaceAll("_", " "))] },
    { name: "Source", content: item.source === undefined ? [] : [say(item.source)] },
    { name: "Note", content: item.note === undefined ? [] : [say(item.note)] },
  ];
  return [
    { kind: "heading", level: 3, content: [code(item.id)] },
    {
      kind: "facts",
      facts: facts.filter(({ content }) => content.length > 0).map(({ name, content }) => ({ name: [say(name)], content })),
    },
  ];
}

/** Why routing leads nobody to an item or a section. */
function whyNobody({ reach }: Context, thing: Item | Section): string {
  const because = reach?.(thing).because;
  return because === undefined ? "" : ` (${because})`;
}

function answeredOn(context: Context, response: Response | undefined): Runs {
  if (response === undefined) return [];
  const type = say(responseInWords(context, response));
  return response.id === undefined ? [type, ...anchorsOf(context, response)] : [code(response.id), say(": "), type];
}

/** The labels along a slider; the points of a rating have a table of their own. */
function anchorsOf(context: Context, response: Response): Runs {
  if (response.type !== "vas" || response.anchors.size === 0) return [];
  const anchors = [...response.anchors].map(([written, label]): Runs => [code(written), say(" "), ...words(context, label)]);
  return [say("; labels: "), ...join(anchors, "; ")];
}

/** Each code with its label, and what it counts where that is another number. */
function codesOf(context: Context, item: Item, response: Response | undefined): Runs {
  if (response === undefined) return [];
  const columns = reviewColumns(response);
  const counts = countsOf(context, item, columns);
  const codes = columns.map((column, index): Runs => {
    const count = counts?.[index];
    return [
      code(column.code),
      ...(column.label === undefined ? [] : [say(" "), ...words(context, column.label)]),
      ...(column.missing ? [say(" (missing)")] : count !== undefined && count !== column.code ? [say(` (counts ${count})`)] : []),
    ];
  });
  const joined = JOINED[response.type];
  const many = joined === undefined ? [] : [say(`; ${joined}`)];
  return codes.length === 0 ? [] : [...join(codes, "; "), ...many];
}

/** How answers of several parts stand in one cell. */
const JOINED: Readonly<Partial<Record<Response["type"], string>>> = {
  multiple: "several codes stand in one cell, joined by ;",
  rank: "the codes stand in one cell from the first place to the last, joined by ;",
  allocate: "each code stands in one cell with its points, as code=points joined by ;",
};

function usesOf(context: Context, item: Item): Runs {
  const scores = [...new Set(context.usesOf(item.id).map(({ score }) => score.id))];
  if (scores.length === 0) return item.scored ? [] : [say("no score, on purpose")];
  return join(
    scores.map((id) => [code(id)]),
    ", ",
  );
}

function scoreBlocks(context: Context): readonly Block[] {
  const scores = context.instrument.scores.values().filter((score) => !score.helper);
  if (scores.length === 0) return [];
  return [
    { kind: "heading", level: 2, content: [say("Variables: scores")] },
    ...scores.map((score): Block => {
      const facts = [
        { name: "Label", content: score.label === undefined ? [] : words(context, score.label) },
        { name: "Possible values", content: [say(rangeText(context.ranges?.get(score.id)))] },
        { name: "Higher means", content: score.higher === undefined ? [] : words(context, score.higher) },
        { name: "Bands", content: bandText(score) === "" ? [] : [say(bandText(score))] },
        { name: "Cut-offs", content: score.cutOffs.length === 0 ? [] : [say(score.cutOffs.map(cutOffText).join("; "))] },
        {
          name: "Further columns",
          content: join(
            propertyNames(score).map((name) => [code(name)]),
            ", ",
          ),
        },
        { name: "Level", content: score.level === "group" ? [say("one value for a group, none for a person")] : [] },
        { name: "Source", content: score.source === undefined ? [] : [say(score.source)] },
      ];
      return {
        kind: "together",
        blocks: [
          { kind: "heading", level: 3, content: [code(score.id)] },
          {
            kind: "facts",
            facts: facts.filter(({ content }) => content.length > 0).map(({ name, content }) => ({ name: [say(name)], content })),
          },
        ],
      };
    }),
  ];
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
