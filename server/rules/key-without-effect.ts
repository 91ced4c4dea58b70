import { writesResponse } from "../evidence/needs.ts";
import { writtenResponse } from "../evidence/writtenResponse.ts";
import type { Response, ResponseType } from "../model/instrument.ts";
import { fieldOf } from "../model/origins.ts";
import { rule } from "./rule.ts";

type Key = "options" | "from" | "to" | "min" | "max" | "step" | "anchors" | "bands" | "total";

const OPEN: readonly Key[] = ["options", "from", "to", "min", "max", "step", "anchors", "bands", "total"];
const CLOSED: readonly Key[] = ["from", "to", "min", "max", "step", "anchors", "bands", "total"];
const NUMBERS: readonly Key[] = ["anchors", "bands", "total"];

/** What a response of each type does not read. */
const IDLE: Readonly<Partial<Record<ResponseType, readonly Key[]>>> = {
  text: OPEN,
  date: OPEN,
  time: OPEN,
  duration: OPEN,
  file: OPEN,
  // A Delphi study may be rated on options, whose bands its rule then names.
  choice: CLOSED.filter((key) => key !== "bands"),
  multiple: CLOSED,
  rank: CLOSED,
  integer: NUMBERS,
  decimal: NUMBERS,
  rating: ["total"],
  vas: ["total"],
};

/** What holds answers of these types between bounds: a formula can compare them. */
const BOUNDS: Readonly<Partial<Record<ResponseType, string>>> = { date: '"2026-01-31"', time: "18:30", duration: "12 hours" };
const SIGNS: Readonly<Partial<Record<Key, string>>> = { min: ">=", max: "<=" };

export default rule({
  code: "key-without-effect",
  severity: "warning",
  summary: "A response says something that its type does not use.",
  looksAt: ["response", "item", "section"],
  needs: writesResponse,
  yieldsTo: ["unknown-value", "missing-key", "unknown-key", "wrong-type"],
  *check(part, { at }) {
    const response = writtenResponse(part);
    if (!response) return;
    for (const key of IDLE[response.type] ?? []) {
      if (fieldOf<Response>(response, key) === undefined) continue;
      const bound = key === "min" || key === "max" ? BOUNDS[response.type] : undefined;
      const instead = bound === undefined ? "" : `; write a check of the item instead, such as {that: ITEM ${SIGNS[key]} ${bound}, say: …}`;
      yield { at: at.key(response, key), message: `"${key}" has no effect: a response of type ${response.type} does not use it${instead}` };
    }
  },
});
