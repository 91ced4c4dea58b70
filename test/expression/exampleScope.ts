import type { Meaning, Scope } from "../../server/expression/scope.ts";
import { type AnswerCode, NUMBER, TEXT, TRUTH, type Type } from "../../server/expression/type.ts";
import { exact } from "../../server/number/exact.ts";

/** Names as a believable questionnaire has them: items of every kind of response, scores with bands and cut-offs, tables. */
export function exampleScope(): Scope {
  const names = new Map<string, Meaning>();
  const item = (id: string, type: Type, more: Partial<Meaning> = {}) =>
    names.set(id, { kind: "item", type, scorable: true, properties: new Map(), ...more });
  const score = (id: string, type: Type, properties: readonly (readonly [string, Type])[] = []) =>
    names.set(id, { kind: "score", type, scorable: type.kind === "number", properties: new Map(properties) });

  for (let i = 1; i <= 9; i++) item(`phq${i}`, option(`phq${i}`, ["0", "1", "2", "3"]));
  for (let i = 1; i <= 4; i++) item(`pss${i}`, option(`pss${i}`, ["0", "1", "2", "3", "4"]), i === 4 ? { differs: "reverse" } : {});
  for (let i = 1; i <= 10; i++) item(`expected_${i}`, number(`expected_${i}`, 0, 10));
  for (let i = 1; i <= 10; i++) item(`actual_${i}`, number(`actual_${i}`, 0, 10));
  item("leave_past", option("leave_past", ["yes", "no"], ["Yes, I did", "No, I did not"]), { differs: "score" });
  item("ward", option("ward", ["01", "02", "other"]), { scorable: false });
  item("intent", {
    kind: "option",
    answers: {
      of: "intent",
      codes: [
        { code: "1", number: exact(1), missing: false },
        { code: "2", number: exact(2), missing: false },
        { code: "99", number: exact(99), missing: true },
      ],
    },
  });
  item("quiz1", option("quiz1", ["1", "2", "3"]), { differs: "key" });
  item("age", number("age", 16, 120));
  const beside = [
    { code: "UR", missing: true },
    { code: "na", missing: false },
  ];
  item("rated", { kind: "number", answers: { of: "rated", codes: beside, numbers: { low: exact(1), high: exact(9), step: exact(1) } } });
  item("reasons", { kind: "multiple", answers: { of: "reasons", codes: codes(["pay", "workload", "none"]) } }, { scorable: false });
  item("comments", TEXT, { scorable: false });
  item("born", { kind: "date" }, { scorable: false });
  item("interviewed", { kind: "date" }, { scorable: false });
  item("bed", { kind: "time" }, { scorable: false });
  item("rise", { kind: "time" }, { scorable: false });
  item("tenure", { kind: "duration" }, { scorable: false });
  item("nps", { kind: "list", members: [number("nps", 0, 10)], column: true });
  item("site", { kind: "list", members: [option("site", ["north", "south"])], column: true }, { scorable: false });
  score("total", NUMBER, [
    ["band", option("total.band", ["minimal", "mild", "severe"])],
    ["major_depression", TRUTH],
  ]);
  score("flag", TRUTH);
  score("profile", TEXT);
  score("raw", NUMBER);
  const tables = ["swemwbs", "norms.anxiety"];
  return {
    find: (id) => names.get(id),
    names: () => names.keys(),
    span: (first, last) => {
      const ids = [...names.keys()];
      const kinds = [names.get(first)?.kind, names.get(last)?.kind];
      const [from, to] = [ids.indexOf(first), ids.indexOf(last)];
      return from < 0 || to < from || kinds[0] !== kinds[1] ? undefined : ids.slice(from, to + 1);
    },
    hasTable: (name) => tables.includes(name),
    tables: () => tables,
  };
}

function option(of: string, written: readonly string[], labels: readonly string[] = []): Type {
  return { kind: "option", answers: { of, codes: codes(written, labels) } };
}

function number(of: string, low: number, high: number): Type {
  return { kind: "number", answers: { of, codes: [], numbers: { low: exact(low), high: exact(high), step: exact(1) } } };
}

/** `01` is a text; `1` was written as a number. */
function codes(written: readonly string[], labels: readonly string[] = []): AnswerCode[] {
  return written.map((code, index) => ({
    code,
    number: /^(?:0|[1-9]\d*)$/.test(code) ? exact(Number(code)) : undefined,
    label: labels[index],
    missing: false,
  }));
}
