import type { Environment } from "../../server/expression/environment.ts";
import { durationOf, parseDate, parseTime } from "../../server/expression/moment.ts";
import { listOf, type Value } from "../../server/expression/value.ts";
import { exact } from "../../server/number/exact.ts";

/** One person's answers: a1 to a6 are 1 to 6, m1 to m4 are 1, missing, 3, missing; t, f and u are true, false and missing. */
export function examplePerson(more: Readonly<Record<string, Value>> = {}): Environment {
  const values = new Map<string, Value>();
  for (let i = 1; i <= 6; i++) values.set(`a${i}`, exact(i));
  for (const [index, value] of [exact(1), null, exact(3), null].entries()) values.set(`m${index + 1}`, value);
  for (const [index, value] of [9, 10, 6, 0, 8].entries()) values.set(`d${index + 1}`, exact(value, 2));
  values.set("t", true).set("f", false).set("u", null);
  values.set("leave", "yes").set("ward", "01").set("comment", "naïve 👩‍⚕️").set("blank", null);
  values.set("reasons", { kind: "codes", codes: ["pay", "2"] }).set("no_reasons", null);
  values.set("bed", parseTime("23:15") ?? null).set("rise", parseTime("07:00") ?? null);
  values.set("born", parseDate("2000-02-29") ?? null).set("seen", parseDate("2026-02-28") ?? null);
  values.set("tenure", durationOf(exact(8), "months"));
  values.set("nps", listOf([exact(10), exact(9), null, exact(7), exact(2)], true));
  values.set("sex", listOf(["f", "m", "f", null, "f"], true));
  values.set("empty", listOf([null, null], true));
  for (const [name, value] of Object.entries(more)) values.set(name, value);
  const ids = [...values.keys()];
  return {
    value: (id) => values.get(id) ?? null,
    // Reverse-keyed on 0 to 10, so that a test sees which of the two was read.
    scored: (id) => {
      const value = values.get(id) ?? null;
      return value !== null && typeof value === "object" && "d" in value ? exact(10).sub(value) : null;
    },
    property: (id, property) => (id === "total" && property === "band" ? "severe" : null),
    span: (first, last) => (ids.includes(first) ? ids.slice(ids.indexOf(first), ids.indexOf(last) + 1) : []),
    lookup: (table, value) => (table === "double" && value !== null && typeof value === "object" && "d" in value ? value.mul(2) : null),
  };
}
