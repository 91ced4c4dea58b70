// The same with Spectral, run in this folder: Scalewright's schema, and rules for names, wording and scores.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { length, pattern, schema, truthy } = require("@stoplight/spectral-functions");
const { crossChecks } = require("./crossChecks.cjs");

const read = (name) => JSON.parse(readFileSync(join(process.cwd(), "..", "..", "schemas", `${name}.schema.json`), "utf8"));

/** The schema with what it shares put inside, since Spectral's reads no other file. */
function whole() {
  const shared = read("shared");
  const text = JSON.stringify(read("instrument")).replaceAll("shared.schema.json#/definitions/", "#/definitions/");
  const inside = JSON.parse(text);
  inside.definitions = { ...JSON.parse(JSON.stringify(shared.definitions).replaceAll("shared.schema.json#", "#")), ...inside.definitions };
  return inside;
}

const rule = (given, severity, then) => ({ given, severity, then });
const item = "$.sections[*].items[*]";

module.exports = {
  // Codes of answers are numbers, which are keys that JSON has not.
  parserOptions: { incompatibleValues: "off" },
  rules: {
    "instrument-schema": rule("$", "error", { function: schema, functionOptions: { schema: whole(), allErrors: true } }),
    "item-text-length": rule(`${item}.text`, "warn", { function: length, functionOptions: { min: 3, max: 300 } }),
    "item-text-ends": rule(`${item}.text`, "warn", { function: pattern, functionOptions: { match: "[.?:)]$" } }),
    "item-double-barrelled": rule(`${item}.text`, "warn", { function: pattern, functionOptions: { notMatch: " and/or " } }),
    "score-label": rule("$.scores[*]", "warn", { field: "label", function: truthy }),
    "score-bands": rule("$.scores[*]", "warn", { field: "bands", function: truthy }),
    title: rule("$", "warn", { field: "title", function: truthy }),
    licence: rule("$", "warn", { field: "licence", function: truthy }),
    names: rule("$", "error", { function: (data) => crossChecks(data).map(([path, message]) => ({ path, message })) }),
  },
};
