import type { Analysis } from "../../analysis/analysis.ts";
import { fieldOf, origins } from "../../model/origins.ts";
import type { Part } from "../../model/parts.ts";
import type { Field } from "../../syntax/outline.ts";
import { addEntry } from "./addEntry.ts";
import { indentAt, written } from "./indented.ts";
import { partAt } from "./partAt.ts";
import type { Refactoring } from "./refactoring.ts";

/** Gives a response that stands inline in an item or a section a name of its own, there and wherever the same is written. */
export function extractResponse(analysis: Analysis, offset: number): readonly Refactoring[] {
  const part = partAt(analysis, offset, "item") ?? partAt(analysis, offset, "section");
  const inline = part && inlineOf(part);
  if (!part || !inline) return [];
  const name = freeName(analysis, part.id);
  const lines = linesOf(inline.field);
  const entry = addEntry(
    analysis,
    "responses",
    { id: name, lines, isBlock: inline.field.value.kind === "mapping" && !inline.field.value.flow },
    analysis.fields.some((one) => one.name === "sections") ? "sections" : undefined,
  );
  const title = `Extract the response as "${name}"`;
  if (!entry)
    return [
      { title, kind: "refactor.extract", refused: "the responses stand inside braces, where a response of several lines cannot be added" },
    ];
  const same = analysis.parts.flatMap((other) => {
    const one = inlineOf(other);
    return one && linesOf(one.field).join("\n") === lines.join("\n") ? [one.field] : [];
  });
  return [
    {
      title: same.length > 1 ? `Extract the response as "${name}", for ${same.length} places` : title,
      kind: "refactor.extract",
      edits: () => [entry, ...same.map((field) => useOf(analysis, field, name))],
    },
  ];
}

/** The field of a part's own response, where it is written out. */
function inlineOf(part: Part): { readonly field: Field } | undefined {
  if (part.kind !== "item" && part.kind !== "section") return undefined;
  if (typeof part.value.response !== "object" || !origins.has(part.value)) return undefined;
  const field = fieldOf(part.value, "response");
  return field?.value.kind === "mapping" && !field.value.anchor ? { field } : undefined;
}

/** What is written of a response, from column 0. */
function linesOf({ segment, value }: Field): readonly string[] {
  return written(segment, value, indentAt(segment, value.start), 0).split("\n");
}

function useOf(analysis: Analysis, { segment, key, value }: Field, name: string) {
  const from = segment.text.indexOf(":", key.end) + 1;
  const text = segment.text.slice(value.start, value.end);
  const end = value.start + text.trimEnd().length;
  return { range: analysis.range({ segment, start: from, end }), newText: ` ${name}` };
}

/** An id after the item or the section that nothing else has. */
function freeName({ instrument }: Analysis, id: string): string {
  const base = `${id.slice(0, 22)}_response`.replace(/__+/g, "_");
  for (let count = 1; ; count++) {
    const name = count === 1 ? base : `${base}${count}`;
    if (!instrument.responses.has(name)) return name;
  }
}
