import { parseExact } from "../../number/exact.ts";
import type { Field } from "../../syntax/outline.ts";
import type { AnswerValue, ScoringTest } from "../instrument.ts";
import { setOrigin } from "../origins.ts";
import { fieldsIn, find, follow, inner, numberIn, type Reading, wordIn } from "./reader.ts";
import { wholeOf } from "./response.ts";
import { readNames } from "./score.ts";

export function readTest(reading: Reading, field: Field): ScoringTest {
  const fields = fieldsIn(reading, field) ?? [];
  const answers = inner(reading, fields, "answers").map((entry) => {
    const { first, last } = readNames(entry.name);
    return placed({ first, last, value: readAnswer(reading, entry) }, entry);
  });
  const expect = inner(reading, fields, "expect").map((entry) => {
    const [name = "", property] = entry.name.split(".");
    return placed({ name, property, value: readAnswer(reading, entry) }, entry);
  });
  const test: ScoringTest = {
    id: field.name,
    answers,
    expect,
    responses: wordIn(reading, find(fields, "responses")),
    expected: wordIn(reading, find(fields, "expected")),
    idColumn: wordIn(reading, find(fields, "id")),
    tolerance: numberIn(reading, find(fields, "tolerance")),
  };
  setOrigin(test, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return test;
}

function placed<T extends object>(made: T, field: Field): T {
  setOrigin(made, { segment: field.segment, name: field.key, whole: wholeOf(field), fields: [{ ...field, name: "value" }] });
  return made;
}

function readAnswer(reading: Reading, field: Field): AnswerValue {
  const { segment, node } = follow(reading, field.segment, field.value);
  if (node.kind === "sequence")
    return {
      kind: "list",
      codes: node.items.map((item) => follow(reading, segment, item).node).flatMap((item) => (item.kind === "scalar" ? [item.text] : [])),
    };
  if (node.kind !== "scalar" || node.value === null || (node.style === "plain" && node.text === "missing")) return { kind: "missing" };
  if (typeof node.value === "boolean") return { kind: "truth", value: node.value };
  const number = node.style === "plain" ? parseExact(node.text) : undefined;
  return number ? { kind: "number", value: number, text: node.text } : { kind: "text", text: node.text };
}
