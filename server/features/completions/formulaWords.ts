import type { Analysis } from "../../analysis/analysis.ts";
import { FUNCTIONS } from "../../expression/functions/index.ts";
import { scopeOf } from "../../model/scope.ts";
import type { Cursor } from "../cursor.ts";
import { formulaAt } from "../formulaAt.ts";
import type { Add, Completion } from "./completion.ts";
import { namesFor } from "./names.ts";

/** Inside a formula: the codes of the item that is compared, what belongs to a score, named arguments, else names and functions. */
export function formulaWords(analysis: Analysis, offset: number, cursor: Cursor, add: Add): readonly Completion[] {
  const expected = formulaAt(analysis, offset, cursor);
  if (!expected) return [];
  const scope = scopeOf(analysis.instrument);
  if (expected.propertyOf !== undefined)
    return [...(scope.find(expected.propertyOf)?.properties.keys() ?? [])].map((name) =>
      add(name, { kind: "name", detail: `of ${expected.propertyOf}` }),
    );
  if (expected.spanFrom !== undefined) return namesFor(analysis, ["item", "score"], add, expected.spanFrom);
  if (expected.compared) {
    const meaning = scope.find(expected.compared.id);
    const type = expected.compared.property === undefined ? meaning?.type : meaning?.properties.get(expected.compared.property);
    const answers = type && "answers" in type ? type.answers : undefined;
    const codes = (answers?.codes ?? []).filter((code) => !code.missing);
    if (codes.length > 0)
      return codes.map(({ code, number, label }) =>
        add(code, { kind: "word", detail: label ?? "", newText: number || expected.inText ? code : inQuotes(code, cursor) }),
      );
  }
  if (expected.inText) return [];
  const call = expected.call?.mayName ? FUNCTIONS.get(expected.call.function) : undefined;
  const ofCall =
    call?.named
      .filter(({ name }) => !expected.call?.used.includes(name))
      .map(({ name, summary }) => add(`${name}=`, { kind: "key", documentation: summary })) ?? [];
  if (!expected.value) return [...ofCall, ...["and", "or"].map((word) => add(word, { kind: "word" }))];
  const calls = [...FUNCTIONS.values()].map((one) =>
    add(one.name, {
      kind: "function",
      detail: "function",
      documentation: `${one.summary}\n\n\`${one.example}\``,
      newText: `${one.name}($0)`,
      snippet: true,
    }),
  );
  return [...ofCall, ...namesFor(analysis, ["item", "score"], add), ...calls];
}

/** A code in quotation marks, as the scalar around the formula needs them. */
const inQuotes = (code: string, cursor: Cursor) => (cursor.typed.startsWith('"') ? `\\"${code}\\"` : `"${code}"`);
