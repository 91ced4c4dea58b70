import type { Field } from "../../syntax/outline.ts";
import type { Effect } from "../instrument.ts";
import { setOrigin } from "../origins.ts";
import { readFormula } from "./formula.ts";
import { choiceIn, fieldsIn, find, numberIn, type Reading, wordIn } from "./reader.ts";
import { pairIn, wholeOf } from "./response.ts";

const MEASURES: readonly Effect["measure"][] = ["or", "rr", "hr", "beta", "mean_difference", "smd"];

export function readEffect(reading: Reading, field: Field): Effect {
  const fields = fieldsIn(reading, field) ?? [];
  const measure = MEASURES.find((word) => find(fields, word));
  const [low, high] = pairIn(reading, find(fields, "ci95"));
  const effect: Effect = {
    id: field.name,
    outcome: readFormula(reading, find(fields, "outcome")),
    predictor: wordIn(reading, find(fields, "predictor")),
    change: choiceIn(reading, find(fields, "change"), ["increase", "decrease"]),
    per: numberIn(reading, find(fields, "per")),
    measure: measure ?? "or",
    estimate: measure && numberIn(reading, find(fields, measure)),
    ci95: low && high ? [low, high] : undefined,
    p: wordIn(reading, find(fields, "p")),
    source: wordIn(reading, find(fields, "source")),
  };
  setOrigin(effect, {
    segment: field.segment,
    name: field.key,
    whole: wholeOf(field),
    fields: fields.map((entry) => (entry.name === measure ? { ...entry, name: "estimate" } : entry)),
  });
  return effect;
}
