import type { Field } from "../../syntax/outline.ts";
import type { Stop } from "../delphi.ts";
import { setOrigin } from "../origins.ts";
import { fieldsIn, find, listIn, mapFields, type Reading, wholeIn, wordsIn } from "./reader.ts";
import { wholeOf } from "./response.ts";

/** When the study ends; undefined where it is not said, or not in words that are known. */
export function readStop(reading: Reading, field: Field | undefined): Stop | undefined {
  const fields = fieldsIn(reading, field);
  return fields && fromFields(reading, fields, 0);
}

const DEEPEST = 20;
const STATES = ["include", "exclude", "stable"] as const;

function fromFields(reading: Reading, fields: readonly Field[], depth: number): Stop | undefined {
  if (depth > DEEPEST) return undefined;
  for (const kind of ["any", "all"] as const) {
    const field = find(fields, kind);
    if (!field) continue;
    const nodes = listIn(reading, field);
    const conditions = nodes.flatMap(
      ({ segment, node }) => (node.kind === "mapping" && fromFields(reading, mapFields(reading, segment, node), depth + 1)) || [],
    );
    return conditions.length === nodes.length && conditions.length > 0 ? { kind, conditions } : undefined;
  }
  const field = find(fields, "rounds");
  const rounds = wholeIn(reading, field);
  if (field && rounds !== undefined) {
    const stop: Stop = { kind: "rounds", rounds };
    setOrigin(stop, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
    return stop;
  }
  const words = wordsIn(reading, find(fields, "all_items"));
  const states = STATES.filter((state) => words.includes(state));
  return states.length > 0 ? { kind: "all_items", states } : undefined;
}
