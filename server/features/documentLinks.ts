import type { Analysis } from "../analysis/analysis.ts";
import type { Range } from "../problem.ts";
import { type Field, fieldsOfPairs } from "../syntax/outline.ts";
import { placeIn } from "../syntax/place.ts";

/** A stretch of text that leads somewhere: a file beside the document (`path`), or an address. */
export interface DocumentLink {
  readonly range: Range;
  readonly path?: string;
  readonly address?: string;
}

const PATHS = new Set(["file", "responses", "expected", "of", "extends", "about"]);
const ADDRESS = /^https?:\/\/[^\s]+$/;
const DOI = /^10\.\d{4,9}\/[^\s]+$/;

/** Imports, data files, addresses and DOIs. */
export function documentLinks(analysis: Analysis): readonly DocumentLink[] {
  const links: DocumentLink[] = [];
  const visit = (field: Field, parent: string): void => {
    for (const inner of field.fields ?? []) visit(inner, field.name);
    if (field.value.kind === "mapping") for (const inner of fieldsOfPairs(field.segment, field.value.pairs)) visit(inner, field.name);
    if (field.value.kind !== "scalar" || field.value.text === "") return;
    const { text } = field.value;
    const range = analysis.range(placeIn(field.segment, field.value));
    if (ADDRESS.test(text)) links.push({ range, address: text });
    else if (DOI.test(text)) links.push({ range, address: `https://doi.org/${text}` });
    else if ((parent === "use" || parent === "documents" || PATHS.has(field.name)) && /\.[a-z]+$/i.test(text))
      links.push({ range, path: text });
  };
  for (const field of analysis.fields) visit(field, "");
  return links;
}
