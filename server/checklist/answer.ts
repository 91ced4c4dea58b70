import type { StudyReport } from "../delphi/studyReport.ts";
import { type Field, fieldsOfPairs } from "../syntax/outline.ts";
import { placeIn } from "../syntax/place.ts";
import type { Answered, Checklist, FoundAt, Given, GivenDocument } from "./checklist.ts";

/** Holds a checklist against documents. */
export function answer(checklist: Checklist, documents: readonly GivenDocument[], report?: StudyReport): Answered {
  const about = documents.filter(({ analysis }) => checklist.about.includes(analysis.kind));
  const given = givenOf(about, report);
  return { checklist, items: checklist.items.map((item) => ({ item, found: item.look(given) })) };
}

export function givenOf(documents: readonly GivenDocument[], report?: StudyReport): Given {
  const fields = (path: string): readonly FoundAt[] =>
    documents.flatMap((document) => find(document, document.analysis.fields, path.split(".")));
  return {
    documents,
    report,
    fields,
    field: (...paths) => {
      for (const path of paths) {
        const [found] = fields(path);
        if (found) return { ...found, path };
      }
      return undefined;
    },
  };
}

function find(document: GivenDocument, fields: readonly Field[], [step, ...rest]: readonly string[]): readonly FoundAt[] {
  if (step === undefined) return [];
  return fields
    .filter(({ name }) => step === "*" || name === step)
    .flatMap((field) => {
      if (rest.length > 0) return find(document, innerOf(field), rest);
      const empty = !field.fields && field.value.end <= field.value.start;
      return empty ? [] : [{ file: document.file, range: document.analysis.range(placeIn(field.segment, field.key)) }];
    });
}

const innerOf = (field: Field): readonly Field[] =>
  field.fields ?? (field.value.kind === "mapping" ? fieldsOfPairs(field.segment, field.value.pairs) : []);
