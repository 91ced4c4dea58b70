import type { Status } from "../readTranslation.ts";
import type { SourceText } from "../sourceTexts.ts";
import type { Part, Refused, Unit } from "./readXliff.ts";
import { placeholderId } from "./writeXliff.ts";

const PIPE = /\{[a-z][a-z0-9_]*\}/g;

/** The inserted answers of a text by the ids of their placeholders. */
export function pipesById(words: string): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  return new Map(
    (words.match(PIPE) ?? []).map((pipe) => {
      const count = (counts.get(pipe) ?? 0) + 1;
      counts.set(pipe, count);
      return [placeholderId(pipe, count), pipe] as const;
    }),
  );
}

/** What is wrong with a text that came back. */
export function checkUnit(unit: Unit, source: SourceText | undefined): readonly Refused[] {
  if (source === undefined) return [];
  const { line, column } = unit;
  const words = unit.parts.map((part) => part.source).join("");
  if (words !== source.words)
    return [{ line, column, message: `the text "${unit.id}" is another one in the document now: export it again` }];
  if (!isTranslated(unit)) return [];
  const untranslated = unit.parts.some((part) => part.kind === "segment" && part.source.trim() !== "" && isEmpty(part));
  if (untranslated) return [{ line, column, message: `only a part of "${unit.id}" is translated` }];
  return checkPipes(unit, source.words);
}

/** The answers that are inserted must be there as often as in the text, whether as placeholders or written out. */
function checkPipes(unit: Unit, source: string): readonly Refused[] {
  const target = unit.parts.find((part) => part.target !== undefined)?.target;
  const at = { line: target?.line ?? unit.line, column: target?.column ?? unit.column };
  const byId = pipesById(source);
  const unknown = unit.parts.flatMap((part) => part.target?.placeholders ?? []).filter((id) => !byId.has(id));
  if (unknown.length > 0)
    return unknown.map((id) => ({
      ...at,
      message: `the translation of "${unit.id}" has a placeholder "${id}" that the text does not have`,
    }));
  const [wanted, there] = [countsOf(source), countsOf(targetOf(unit))];
  return [...new Set([...wanted.keys(), ...there.keys()])].flatMap((pipe) => {
    const [need, have] = [wanted.get(pipe) ?? 0, there.get(pipe) ?? 0];
    if (need === have) return [];
    const what = have < need ? `has lost the inserted answer ${pipe}` : `has the inserted answer ${pipe} more often than the text`;
    return [{ ...at, message: `the translation of "${unit.id}" ${what}` }];
  });
}

function countsOf(words: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const pipe of words.match(PIPE) ?? []) counts.set(pipe, (counts.get(pipe) ?? 0) + 1);
  return counts;
}

const isEmpty = ({ target }: Part): boolean => target === undefined || target.words.trim() === "";

/** What is marked as not to be translated stays as it is. */
function isTranslated(unit: Unit): boolean {
  return unit.translate && unit.parts.some((part) => part.kind === "segment" && !isEmpty(part));
}

/** The sentences in the order of the other language, with what stands between them. */
function targetOf({ parts }: Unit): string {
  const placed = parts.map((part, index) => ({ part, place: part.target?.order ?? index + 1, index }));
  return placed
    .sort((a, b) => a.place - b.place || a.index - b.index)
    .map(({ part }) => part.target?.words ?? part.source)
    .join("");
}

const STATES: readonly string[] = ["initial", "translated", "reviewed", "final"];
const STATUSES: Readonly<Record<string, Status | undefined>> = { translated: "draft", reviewed: "reviewed", final: "approved" };

/** The words and how far they are: no further than the part that is least far. */
export function takenFrom(unit: Unit): readonly (readonly [string, { readonly words: string; readonly status?: Status }])[] {
  if (!isTranslated(unit)) return [];
  const segments = unit.parts.filter(({ kind }) => kind === "segment");
  const state = Math.min(...segments.map((part) => STATES.indexOf(part.state)));
  const unsaid = segments.every((part) => part.unsaid);
  return [[unit.id, { words: targetOf(unit), status: unsaid ? undefined : (STATUSES[STATES[state] ?? ""] ?? "draft") }]];
}
