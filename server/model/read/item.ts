import type { Field } from "../../syntax/outline.ts";
import type { Item, Response } from "../instrument.ts";
import { setOrigin } from "../origins.ts";
import { readFormula } from "./formula.ts";
import { choiceIn, fieldsIn, find, listIn, mapFields, numberIn, type Reading, scalarIn, truthIn, wordIn } from "./reader.ts";
import { readResponse, wholeOf } from "./response.ts";
import { readText } from "./text.ts";

/** An item from `id: stem`, from the stem in several languages (`id: {en: …, cy: …}`), or from `id: {text: …}`. */
export function readItem(reading: Reading, field: Field, section: string): Item {
  const written = fieldsIn(reading, field) ?? [];
  const short = scalarIn(reading, field) ?? (written.length > 0 && !written.some(({ name }) => ITEM_KEYS.has(name)));
  const fields = short ? [{ ...field, name: "text" }] : written;
  const standard = fieldsIn(reading, find(fields, "standard"));
  const item: Item = {
    id: field.name,
    section,
    stem: readText(reading, find(fields, "text")),
    help: readText(reading, find(fields, "help")),
    response: readResponseOrName(reading, find(fields, "response")),
    reverse: truthIn(reading, find(fields, "reverse")) ?? false,
    when: readFormula(reading, find(fields, "when")),
    require: wordIn(reading, find(fields, "require")) === "soft" ? "soft" : (truthIn(reading, find(fields, "require")) ?? false),
    checks: readChecks(reading, find(fields, "check")),
    recall: wordIn(reading, find(fields, "recall")),
    scored: truthIn(reading, find(fields, "scored")) ?? true,
    skipped: numberIn(reading, find(fields, "skipped")),
    key: wordIn(reading, find(fields, "key")),
    privacy: choiceIn(reading, find(fields, "privacy"), ["direct_identifier", "indirect_identifier", "special_category"]),
    standard: standard && {
      name: wordIn(reading, find(standard, "name")),
      nation: wordIn(reading, find(standard, "nation")),
      version: wordIn(reading, find(standard, "version")),
    },
    alert: readText(reading, find(fields, "alert")),
    source: wordIn(reading, find(fields, "source")),
    note: wordIn(reading, find(fields, "note")),
  };
  setOrigin(item, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return item;
}

/** An item that has none of these is its stem, by language. */
const ITEM_KEYS = new Set(
  "text help response reverse when require check recall scored skipped key privacy standard alert source note".split(" "),
);

/** A response by its name, or written inline. */
export function readResponseOrName(reading: Reading, field: Field | undefined): string | Response | undefined {
  if (!field) return undefined;
  return wordIn(reading, field) ?? readResponse(reading, field);
}

function readChecks(reading: Reading, field: Field | undefined): Item["checks"] {
  return listIn(reading, field).flatMap(({ segment, node }) => {
    const fields = mapFields(reading, segment, node);
    const that = readFormula(reading, find(fields, "that"));
    if (!that) return [];
    const check = { that, say: readText(reading, find(fields, "say")) };
    setOrigin(check, { segment, whole: node, fields });
    return [check];
  });
}
