import type { Field } from "../../syntax/outline.ts";
import type { Section } from "../instrument.ts";
import { setOrigin } from "../origins.ts";
import { readFormula } from "./formula.ts";
import { readResponseOrName } from "./item.ts";
import { choiceIn, fieldsIn, find, type Reading, truthIn, wholeIn, wordIn } from "./reader.ts";
import { wholeOf } from "./response.ts";
import { readText } from "./text.ts";

/** A section without its items and nested sections, which are read on their own. */
export function readSection(reading: Reading, field: Field, parent?: string): Section {
  const fields = fieldsIn(reading, field) ?? [];
  const repeat = fieldsIn(reading, find(fields, "repeat"));
  const section: Section = {
    id: field.name,
    parent,
    title: readText(reading, find(fields, "title")),
    text: readText(reading, find(fields, "text")),
    response: readResponseOrName(reading, find(fields, "response")),
    layout: choiceIn(reading, find(fields, "layout"), ["list", "matrix", "page"]) ?? "list",
    when: readFormula(reading, find(fields, "when")),
    randomise: truthIn(reading, find(fields, "randomise")) ?? false,
    repeat: repeat && {
      label: readText(reading, find(repeat, "label")),
      min: wholeIn(reading, find(repeat, "min")),
      max: wholeIn(reading, find(repeat, "max")),
    },
    include: wordIn(reading, find(fields, "include")),
    kind: choiceIn(reading, find(fields, "kind"), ["consent", "screening", "demographics"]),
    screenOut: readFormula(reading, find(fields, "screen_out")),
  };
  setOrigin(section, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return section;
}
