import type { Field } from "../../syntax/outline.ts";
import type { Licence, Metadata } from "../instrument.ts";
import { setOrigin } from "../origins.ts";
import { choiceIn, fieldsIn, find, listIn, mapFields, type Reading, truthIn, wholeIn, wordIn, wordsIn } from "./reader.ts";
import { wholeOf } from "./response.ts";
import { readText } from "./text.ts";

/** What every kind of document says of itself, from its top-level fields. */
export function readMetadata(reading: Reading, fields: readonly Field[]): Metadata {
  const source = fieldsIn(reading, find(fields, "source"));
  const licence = fieldsIn(reading, find(fields, "licence"));
  const basedOn = fieldsIn(reading, find(fields, "based_on"));
  const locate = <T extends object>(made: T | undefined, key: string, inner: readonly Field[] | undefined): T | undefined => {
    const field = find(fields, key);
    if (made && field) setOrigin(made, { segment: field.segment, name: field.key, whole: wholeOf(field), fields: inner ?? [] });
    return made;
  };
  const metadata: Metadata = {
    title: readText(reading, find(fields, "title")),
    version: wordIn(reading, find(fields, "version")),
    language: wordIn(reading, find(fields, "language")),
    languages: wordsIn(reading, find(fields, "languages")),
    authors: authors(reading, find(fields, "authors")),
    source: source && {
      citation: wordIn(reading, find(source, "citation")),
      doi: wordIn(reading, find(source, "doi")),
      url: wordIn(reading, find(source, "url")),
      verbatim: truthIn(reading, find(source, "verbatim")) ?? false,
    },
    licence: locate<Licence>(
      licence && {
        name: wordIn(reading, find(licence, "name")),
        spdx: wordIn(reading, find(licence, "spdx")),
        holder: wordIn(reading, find(licence, "holder")),
        url: wordIn(reading, find(licence, "url")),
        permission: choiceIn(reading, find(licence, "permission"), ["free", "free_noncommercial", "permission_required"]),
        granted: wordIn(reading, find(licence, "granted")),
      },
      "licence",
      licence,
    ),
    basedOn: locate<NonNullable<Metadata["basedOn"]>>(
      basedOn && {
        instrument: wordIn(reading, find(basedOn, "instrument")) ?? "",
        changes: wordIn(reading, find(basedOn, "changes")),
      },
      "based_on",
      basedOn,
    ),
    planned: wholeIn(reading, find(fieldsIn(reading, find(fields, "planned")), "n")),
    anonymous: truthIn(reading, find(fields, "anonymous")) ?? false,
    description: readText(reading, find(fields, "description")),
    changes: words(reading, find(fields, "changes")),
    use: words(reading, find(fields, "use")),
  };
  const first = fields[0];
  if (first) setOrigin(metadata, { segment: first.segment, name: first.key, whole: wholeOf(first), fields });
  return metadata;
}

/** Names, each a word or a map with `name`. */
function authors(reading: Reading, field: Field | undefined): readonly string[] {
  return listIn(reading, field).flatMap(({ segment, node }) => {
    if (node.kind === "scalar") return [node.text];
    const name = wordIn(reading, find(mapFields(reading, segment, node), "name"));
    return name === undefined ? [] : [name];
  });
}

function words(reading: Reading, field: Field | undefined): ReadonlyMap<string, string> {
  return new Map((fieldsIn(reading, field) ?? []).map((entry) => [entry.name, wordIn(reading, entry) ?? ""]));
}
