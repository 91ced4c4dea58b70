import type { Score } from "../model/instrument.ts";
import { type Member, membersOf, neededCount } from "../model/resolve.ts";
import { digits } from "../number/digits.ts";
import { type Context, contextOf } from "../preview/context.ts";
import { matchInWords } from "../preview/reviewer/definitions.ts";
import { bandInWords } from "../preview/scores/bandInWords.ts";
import { caseInWords, formulaInWords, roundingInWords, transformInWords } from "../preview/scores/formulaInWords.ts";
import { missingInWords } from "../preview/scores/missingInWords.ts";
import { spoken } from "../preview/scores/spoken.ts";
import { witnessInWords } from "../preview/scores/witness.ts";
import type { View } from "../preview/view.ts";
import type { CompiledInstrument } from "../scoring/pipeline.ts";
import type { Block, Cell, Runs } from "./block.ts";
import { documentFacts } from "./documentFacts.ts";
import { bandSetsOf, cutOffText, rangeText } from "./scoreWords.ts";
import { code, say, words, wordsOr } from "./words.ts";
import { workedExample } from "./workedExample.ts";

/** How every score is made: its entries with what happens to each, the rule for missing answers, its range, its bands, and one person worked through. */
export function scoringAppendix(view: View, compiled: CompiledInstrument): readonly Block[] {
  const context = contextOf(view);
  const { instrument } = view;
  return [
    { kind: "heading", level: 1, content: [say("Scoring: "), ...wordsOr(context, instrument.metadata.title, say(instrument.id))] },
    ...documentFacts(context),
    ...(instrument.scores.size === 0 ? [{ kind: "paragraph", content: [say("No scores are defined.")] } as const] : []),
    ...instrument.scores.values().flatMap((score) => scoreBlocks(context, compiled, score)),
    ...recodeBlocks(context),
    ...tableBlocks(context),
  ];
}

function scoreBlocks(context: Context, compiled: CompiledInstrument, score: Score): readonly Block[] {
  const { members } = membersOf(context.instrument, score);
  const formula = formulaInWords(context, score);
  const range = context.ranges?.get(score.id);
  const facts: readonly { readonly name: string; readonly content: Runs }[] = [
    { name: "Made from", content: formula === undefined ? [] : [say(formula)] },
    { name: "Only where", content: score.when === undefined ? [] : [say(context.inWords(score.when))] },
    {
      name: "Missing answers",
      content: score.entries === undefined || score.level === "group" ? [] : [say(missingText(score, members))],
    },
    { name: "Then", content: score.transform.length === 0 ? [] : [say(score.transform.map(transformInWords).join(", then "))] },
    { name: "Rounded", content: score.round === undefined ? [] : [say(roundingInWords(score.round))] },
    { name: "Possible values", content: [say(rangeText(range))] },
    { name: "Lowest", content: endText(context, range?.min, range?.witness?.min) },
    { name: "Highest", content: endText(context, range?.max, range?.witness?.max) },
    { name: "Higher means", content: score.higher === undefined ? [] : words(context, score.higher) },
    { name: "By group", content: score.level === "group" ? [say(groupText(score))] : [] },
    { name: "Source", content: score.source === undefined ? [] : [say(score.source)] },
  ];
  return [
    {
      kind: "heading",
      level: 2,
      content: [
        ...wordsOr(context, score.label, say(score.id)),
        say(" "),
        code(score.id),
        ...(score.helper ? [say(" (helper score)")] : []),
      ],
    },
    {
      kind: "facts",
      facts: facts.filter(({ content }) => content.length > 0).map(({ name, content }) => ({ name: [say(name)], content })),
    },
    ...entryTable(context, score, members),
    ...(score.cases === undefined
      ? []
      : [
          { kind: "paragraph", content: [say("The first of these that is true decides:")] } as const,
          { kind: "list", ordered: true, items: score.cases.map((one) => [say(caseInWords(context, one))]) } as const,
        ]),
    ...bandSetsOf(score).map(
      ({ name, bands }): Block => ({
        kind: "table",
        caption: [say(name === "band" ? "Bands of " : `${spoken(name)} of `), code(score.id)],
        head: [[say("Band")], [say("Values")]],
        rows: bands.map((band, index) => [[say(spoken(band.name))], [say(bandInWords(bands, index))]]),
      }),
    ),
    ...(score.cutOffs.length === 0
      ? []
      : [
          { kind: "paragraph", content: [say("Cut-offs:")] } as const,
          { kind: "list", ordered: false, items: score.cutOffs.map((cut) => [say(cutOffText(cut))]) } as const,
        ]),
    ...workedExample(context, compiled, score),
  ];
}

/** In words, and how many may be missing. */
function missingText(score: Score, members: readonly Member[]): string {
  const needed = neededCount(score.missing, members.length);
  const allowed = members.length - needed;
  return `${missingInWords(score, members)}${allowed > 0 ? `; with more than ${allowed} missing there is no score` : ""}`;
}

function endText(
  context: Context,
  value: Parameters<typeof digits>[0] | undefined,
  witness: Parameters<typeof witnessInWords>[1] | undefined,
): Runs {
  if (value === undefined) return [];
  return [say(`${digits(value)}${witness === undefined ? "" : `, reached by ${witnessInWords(context, witness)}`}`)];
}

function groupText(score: Score): string {
  const by = score.by === undefined ? "over everyone" : `one value for each ${score.by}`;
  return `${by}${score.smallestGroup === undefined ? "" : `; groups with fewer than ${score.smallestGroup} are not shown`}`;
}

/** What goes in, row by row: the columns that say nothing are left out. */
function entryTable(context: Context, score: Score, members: readonly Member[]): readonly Block[] {
  if (members.length === 0) return [];
  const columns = [
    {
      head: "Direction",
      shown: members.some(({ reversed }) => reversed),
      cell: (one: Member) => [say(one.reversed ? "reversed" : "as answered")],
    },
    {
      head: "Recoded",
      shown: members.some(({ recode }) => recode !== undefined),
      cell: (one: Member) => [say(one.recode === undefined ? "" : (one.recode.id ?? recodeText(one.recode)))],
    },
    {
      head: "Weight",
      shown: members.some(({ weight }) => !weight.equals(1)),
      cell: (one: Member) => [say(digits(one.weight))],
    },
  ].filter(({ shown }) => shown);
  return [
    {
      kind: "table",
      caption: [say("What goes into "), code(score.id)],
      head: [[say("Entry")], [say("Wording")], ...columns.map(({ head }) => [say(head)])],
      rows: members.map((member): readonly Cell[] => [
        [code(member.id)],
        wordsOr(context, member.item?.stem ?? member.score?.label, say("")),
        ...columns.map(({ cell }) => cell(member)),
      ]),
    },
  ];
}

function recodeText(recode: NonNullable<Member["recode"]>): string {
  return recode.rows.map((row) => `${matchInWords(row.match)} gives ${row.to === undefined ? "missing" : digits(row.to)}`).join("; ");
}

function recodeBlocks(context: Context): readonly Block[] {
  const recodes = context.instrument.recodes.values();
  if (recodes.length === 0) return [];
  return [
    { kind: "heading", level: 2, content: [say("Recodes")] },
    ...recodes.map(
      (recode): Block => ({
        kind: "table",
        caption: [say("Recode "), code(recode.id ?? "")],
        head: [[say("Answer")], [say("Becomes")]],
        rows: recode.rows.map((row) => [[say(matchInWords(row.match))], [say(row.to === undefined ? "missing" : digits(row.to))]]),
      }),
    ),
  ];
}

function tableBlocks(context: Context): readonly Block[] {
  const tables = context.instrument.tables.values();
  if (tables.length === 0) return [];
  return [
    { kind: "heading", level: 2, content: [say("Tables")] },
    ...tables.flatMap((table): readonly Block[] => {
      const source = table.source === undefined ? "" : ` Source: ${table.source}.`;
      if (table.rows.length === 0)
        return [
          {
            kind: "paragraph",
            content: [
              code(table.id),
              say(`: norms by ${table.by.join(", ")}${table.file === undefined ? "" : `, in the file ${table.file}`}.${source}`),
            ],
          },
        ];
      return [
        {
          kind: "table",
          caption: [say("Table "), code(table.id)],
          head: [[say("Value")], [say("Becomes")]],
          rows: table.rows.map(({ from, to, value }) => [
            [say(from.equals(to) ? digits(from) : `${digits(from)} to ${digits(to)}`)],
            [say(digits(value))],
          ]),
        },
        ...(source === "" ? [] : [{ kind: "paragraph", content: [say(source.trim())] } as const]),
      ];
    }),
  ];
}
