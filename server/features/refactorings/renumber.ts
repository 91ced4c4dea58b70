import type { Analysis } from "../../analysis/analysis.ts";
import type { Option, Recode, Response } from "../../model/instrument.ts";
import { fieldOf, origins } from "../../model/origins.ts";
import { expandSpan, membersOf, responseOf } from "../../model/resolve.ts";
import { add, subtract } from "../../number/arithmetic.ts";
import { type Exact, exact, parseExact } from "../../number/exact.ts";
import { printExact } from "../../number/print.ts";
import type { Edit } from "../../problem.ts";
import { placeIn } from "../../syntax/place.ts";
import { fieldAt, innerFields } from "../fieldAt.ts";
import { partAt } from "./partAt.ts";
import type { Refactoring } from "./refactoring.ts";
import { renumberedFormulas } from "./renumberFormulas.ts";
import { type Shift, Unprovable } from "./shift.ts";

/**
 * Gives the options of a response other numbers, 0 or 1 for the first, everywhere: in recodes, conditions, keys and tests. Every score stays
 * what it was, because the options keep their former number as their score. Where that cannot be proved it is refused with the reason.
 */
export function renumber(analysis: Analysis, offset: number): readonly Refactoring[] {
  const part = partAt(analysis, offset, "response");
  const numbers = part ? moving(part.value).map(({ number }) => number) : [];
  const first = numbers[0];
  if (!part || !first || numbers.length < 2) return [];
  return [0, 1].flatMap((start): Refactoring[] => {
    if (first.equals(exact(start))) return [];
    const offered = { title: `Renumber the options from ${start}, with every score kept`, kind: "refactor.rewrite" } as const;
    const edits = editsOf(analysis, part.value, subtract(exact(start), first));
    if (edits instanceof Unprovable) return [{ ...offered, refused: edits.why }];
    const inTranslation = (translation: Analysis) => translatedCodes(translation, part.id, part.value, subtract(exact(start), first));
    return [{ ...offered, edits: () => edits, inTranslation }];
  });
}

/** The options that are moved: those with a number that are answers. */
const moving = ({ options }: Response) =>
  options.filter((option): option is Option & { readonly number: Exact } => option.number !== undefined && !option.missing);

function editsOf(analysis: Analysis, response: Response, by: Exact): readonly Edit[] | Unprovable {
  const { instrument } = analysis;
  if (analysis.kind !== "instrument") return new Unprovable("other documents use it, with codes that are not seen from here");
  if (response.type !== "choice") return new Unprovable(`codes of the type "${response.type}" can stand in texts`);
  const shift: Shift = {
    response,
    by,
    holds: (id) => {
      const item = instrument.items.get(id);
      return item !== undefined && responseOf(instrument, item) === response;
    },
    moved: (code) => (response.options.some((option) => option.missing && option.number?.equals(code)) ? code : add(code, by)),
  };
  const fixed = response.options.filter((option) => option.missing || option.number === undefined);
  const clash = moving(response).find(({ number }) => fixed.some((option) => option.code === printExact(add(number, by))));
  if (clash) return new Unprovable(`"${printExact(add(clash.number, by))}" is the code of another option`);
  const found = [
    optionEdits(analysis, shift),
    tableReason(analysis, shift) ?? recodeEdits(analysis, shift),
    keyEdits(analysis, shift),
    testEdits(analysis, shift),
    renumberedFormulas(analysis, shift),
  ];
  const refused = found.find((one) => one instanceof Unprovable);
  return refused instanceof Unprovable ? refused : found.flatMap((one) => (one instanceof Unprovable ? [] : one));
}

/** The keys of the same options in a translation. */
function translatedCodes(translation: Analysis, id: string, response: Response, by: Exact): readonly Edit[] {
  const options = fieldAt(translation, ["responses", id, "options"]);
  return (options ? innerFields(options) : []).flatMap(({ segment, key, name }) => {
    const option = moving(response).find(({ code }) => code === name);
    return option ? [{ range: translation.range(placeIn(segment, key)), newText: printExact(add(option.number, by)) }] : [];
  });
}

function optionEdits(analysis: Analysis, { response, by }: Shift): readonly Edit[] | Unprovable {
  const edits: Edit[] = [];
  for (const option of moving(response)) {
    const code = origins.name(option);
    edits.push({ range: analysis.range(code), newText: printExact(add(option.number, by)) });
    if (option.score !== undefined) continue;
    const whole = origins.whole(option);
    const source = whole.segment.text.slice(whole.start, whole.end).trimEnd();
    const score = `score: ${option.code}`;
    const isEmpty = whole.start === code.start;
    if (source.includes("\n") || isEmpty) return new Unprovable(`the option "${option.code}" is written over several lines`);
    const at = analysis.range({ ...whole, end: whole.start + source.length });
    const newText = source.startsWith("{") ? `${source.slice(0, -1).trimEnd()}, ${score}}` : `{label: ${source}, ${score}}`;
    if (!source.startsWith("{") && /^[^"'].*[,[\]{}]/.test(source))
      edits.push({ range: at, newText: `{label: ${JSON.stringify(source)}, ${score}}` });
    else edits.push({ range: at, newText });
  }
  return edits;
}

/** Norms and bands by an item on the response are looked up by its codes, which may stand in a file. */
function tableReason({ instrument }: Analysis, { holds }: Shift): Unprovable | undefined {
  const table = instrument.tables.values().find(({ by }) => by.some(holds));
  if (table) return new Unprovable(`the table "${table.id}" goes by its codes`);
  const score = instrument.scores
    .values()
    .find(
      ({ bands, bandSets, cutOffs, by }) =>
        [bands, ...bandSets.values()].some((one) => one?.kind === "by" && holds(one.by)) ||
        cutOffs.some((one) => one.by && holds(one.by.item)) ||
        (by !== undefined && holds(by)),
    );
  return score && new Unprovable(`bands, cut-offs or groups of "${score.id}" go by its codes`);
}

function recodeEdits(analysis: Analysis, shift: Shift): readonly Edit[] | Unprovable {
  const { instrument } = analysis;
  const seen = new Map<Recode, boolean>();
  for (const score of instrument.scores.values())
    for (const { id, item, recode } of membersOf(instrument, score).members) {
      if (!recode) continue;
      const isMeant = item !== undefined && shift.holds(id);
      if (seen.has(recode) && seen.get(recode) !== isMeant)
        return new Unprovable(
          `the recode ${recode.id === undefined ? `of "${score.id}"` : `"${recode.id}"`} is used for items on other responses too`,
        );
      seen.set(recode, isMeant);
    }
  const edits: Edit[] = [];
  for (const [recode, isMeant] of seen) {
    if (!isMeant) continue;
    for (const row of recode.rows) {
      const place = origins.name(row);
      const written = place.segment.text.slice(place.start, place.end);
      if (row.match.kind === "else" || (row.match.kind === "code" && row.match.number === undefined)) continue;
      const next = written.replace(/-?\d+(?:\.\d+)?/g, (digits) => {
        const number = parseExact(digits);
        if (!number) return digits;
        return printExact(row.match.kind === "interval" ? add(number, shift.by) : shift.moved(number));
      });
      if (next !== written) edits.push({ range: analysis.range(place), newText: next });
    }
  }
  return edits;
}

function keyEdits(analysis: Analysis, shift: Shift): readonly Edit[] {
  return analysis.instrument.items.values().flatMap((item) => {
    const number = item.key === undefined || !shift.holds(item.id) ? undefined : parseExact(item.key);
    const field = number && fieldOf(item, "key");
    return number && field
      ? [{ range: analysis.range({ segment: field.segment, ...spanOf(field.value) }), newText: printExact(shift.moved(number)) }]
      : [];
  });
}

const spanOf = ({ start, end }: { readonly start: number; readonly end: number }) => ({ start, end });

function testEdits(analysis: Analysis, shift: Shift): readonly Edit[] | Unprovable {
  const edits: Edit[] = [];
  for (const test of analysis.instrument.tests.values()) {
    if (test.responses !== undefined) return new Unprovable(`the data in "${test.responses}" hold the codes`);
    for (const answer of test.answers) {
      const ids = expandSpan(analysis.instrument, answer.first, answer.last);
      const held = Array.isArray(ids) ? ids.filter((id: string) => shift.holds(id)).length : 0;
      if (held === 0 || answer.value.kind === "missing") continue;
      if (answer.value.kind !== "number" || held !== ids.length)
        return new Unprovable(`the test "${test.id}" gives one answer to items on several responses`);
      edits.push({ range: analysis.range(origins.whole(answer)), newText: printExact(shift.moved(answer.value.value)) });
    }
  }
  return edits;
}
