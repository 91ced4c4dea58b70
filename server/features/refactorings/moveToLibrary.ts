import type { Analysis } from "../../analysis/analysis.ts";
import { referencesOf } from "../../model/references.ts";
import type { Edit } from "../../problem.ts";
import { quote } from "../../syntax/quote.ts";
import { fieldAt } from "../fieldAt.ts";
import { thingNamed } from "../things.ts";
import { usesIn } from "../uses.ts";
import { addEntry, type NewEntry } from "./addEntry.ts";
import { indentAt, written } from "./indented.ts";
import { partAt } from "./partAt.ts";
import type { FileChange, Refactoring } from "./refactoring.ts";

/** Moves a response to a library that the document uses already, or to a new one beside it, and names it from there wherever it is used. */
export function moveToLibrary(analysis: Analysis, offset: number): readonly Refactoring[] {
  const part = analysis.kind === "instrument" || analysis.kind === "delphi" ? partAt(analysis, offset, "response") : undefined;
  const thing = part && thingNamed(analysis, "response", part.id);
  if (!part || !thing) return [];
  const { field } = part;
  const isBlock = field.value.kind === "mapping" && !field.value.flow;
  const lines = written(field.segment, field.value, indentAt(field.segment, isBlock ? field.value.start : field.key.start), 0).split("\n");
  const entry: NewEntry = { id: part.id, lines, isBlock };
  const targets: readonly Target[] =
    analysis.libraries.length > 0
      ? analysis.libraries.map(({ alias, path, analysis: library }) => ({
          title: `Move the response to the library "${alias}"`,
          alias,
          change: (): FileChange | string => {
            if (library.instrument.responses.has(part.id)) return `the library "${alias}" has another response of this name`;
            const edit = addEntry(library, "responses", entry, "sections");
            return edit ? { path, analysis: library, edits: [edit] } : "the library's responses stand inside braces";
          },
        }))
      : [newLibrary(analysis, entry)];
  return targets.map(({ title, alias, change, use }): Refactoring => {
    const offered = { title, kind: "refactor.move" } as const;
    if (referencesOf(part).length > 0) return { ...offered, refused: "its options depend on items, which a library does not know" };
    const removal = removalOf(analysis, part.id);
    if (!removal) return { ...offered, refused: "the responses stand inside braces" };
    const beside = change();
    if (typeof beside === "string") return { ...offered, refused: beside };
    const uses = () => usesIn(analysis, thing).map((range) => ({ range, newText: `${alias}.${part.id}` }));
    return { ...offered, edits: () => [removal, ...uses(), ...(use ? [use] : [])], beside };
  });
}

/** A library to move to. */
interface Target {
  readonly title: string;
  readonly alias: string;
  /** What names the library in the document, where it is new. */
  readonly use?: Edit;
  /** What the move changes in the library, or why it cannot. */
  change(): FileChange | string;
}

function newLibrary(analysis: Analysis, { id, lines, isBlock }: NewEntry): Target {
  const { instrument } = analysis;
  const name = instrument.id === "" ? "shared" : `${instrument.id}-shared`;
  const path = `${name}.library.yaml`;
  const alias = "shared";
  const body = isBlock
    ? `  ${id}:\n${lines.map((line) => `    ${line}`).join("\n")}`
    : `  ${id}: ${lines.map((line, i) => (i === 0 ? line : `  ${line}`)).join("\n")}`;
  const { metadata } = instrument;
  const head = [
    `library: ${name}`,
    `title: ${quote(`Shared by ${metadata.title?.own ?? (instrument.id || "several documents")}`)}`,
    "version: 0.1.0",
    ...(metadata.language === undefined ? [] : [`language: ${metadata.language}`]),
  ];
  const use = addEntry(
    analysis,
    "use",
    { id: alias, lines: [path] },
    analysis.fields.some((field) => field.name === "sections") ? "sections" : undefined,
  );
  return {
    title: `Move the response to a new library "${path}"`,
    alias,
    use,
    change: (): FileChange | string => (use ? { path, text: `${head.join("\n")}\n\nresponses:\n${body}\n` } : `"use" stands inside braces`),
  };
}

/** Takes a response out of its document; with the last one goes the key above it. Comments that follow it stay. */
function removalOf(analysis: Analysis, id: string): Edit | undefined {
  const all = fieldAt(analysis, ["responses"]);
  const field = all?.fields?.find((one) => one.name === id);
  if (!all?.fields || !field) return undefined;
  const text = field.segment.text;
  const from = text.lastIndexOf("\n", field.key.start - 1) + 1;
  const written = text.slice(0, field.value.end).trimEnd().length;
  const found = text.indexOf("\n", Math.max(written, field.key.end));
  const range = analysis.range({ segment: field.segment, start: from, end: found < 0 ? text.length : found + 1 });
  const start =
    all.fields.length === 1 ? analysis.range({ segment: all.segment, start: all.key.start, end: all.key.start }).start : range.start;
  return { range: { start, end: range.end }, newText: "" };
}
