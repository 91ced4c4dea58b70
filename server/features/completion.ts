import type { Analysis } from "../analysis/analysis.ts";
import { FUNCTIONS } from "../expression/functions/index.ts";
import { describeKey, type EntryKey, entryKeyAt, type KeyDescription, keysAt } from "../model/keys.ts";
import { scopeOf } from "../model/scope.ts";
import type { Range } from "../problem.ts";
import { type Cursor, cursorAt } from "./cursor.ts";
import { formulaAt } from "./formulaAt.ts";
import { siblingsAt } from "./siblings.ts";

/** One thing that may stand at the cursor. */
export interface Completion {
  readonly label: string;
  readonly kind: "key" | "word" | "item" | "score" | "response" | "name" | "function" | "kind of document";
  /** Beside the label: the stem of an item, the title of a key. */
  readonly detail: string;
  readonly documentation: string;
  readonly newText: string;
  /** `newText` holds tab stops. */
  readonly snippet: boolean;
  readonly range: Range;
  /** Ask again when it was taken: a choice follows. */
  readonly again: boolean;
}

const DOCUMENTS = ["instrument", "delphi", "guide", "study", "library", "translation"] as const;

/** What may be written at an offset, in the order of the reference. */
export function completionsAt(analysis: Analysis, offset: number): readonly Completion[] {
  const cursor = cursorAt(analysis, offset);
  const add = (label: string, more: Partial<Completion> & Pick<Completion, "kind">): Completion => ({
    label,
    detail: "",
    documentation: "",
    newText: label,
    snippet: false,
    range: cursor.word,
    again: false,
    ...more,
  });
  const kind = analysis.kind;
  if (!kind)
    return cursor.path.length === 0 && cursor.role === "key"
      ? DOCUMENTS.map((word) => add(word, { kind: "kind of document", newText: `${word}: ` }))
      : [];

  if (cursor.role === "key") {
    const present = siblingsAt(analysis, cursor, offset);
    const keys = keysAt(kind, cursor.path).filter((key) => !present.has(key.key));
    const own = keys.map((key) =>
      add(key.key, {
        kind: "key",
        detail: key.title,
        documentation: key.description,
        ...keyText(key, cursor.flow, cursor.indent),
        again: key.words.length > 0 || key.references.length > 0,
      }),
    );
    const chosen = entryKeyAt(kind, cursor.path);
    return chosen
      ? [
          ...own,
          ...named(analysis, chosen.references ?? [], add)
            .filter(({ label }) => !present.has(label))
            .map((one) => ({ ...one, newText: `${one.newText}: ` })),
        ]
      : own;
  }
  const key = describeKey(kind, cursor.path);
  if (!key) return [];
  const words = key.words.map(({ word, description }) => add(word, { kind: "word", documentation: description }));
  const truth = key.kinds.includes("truth") && words.length === 0 ? ["true", "false"].map((word) => add(word, { kind: "word" })) : [];
  const formula = key.kinds.includes("formula") ? formulaWords(analysis, offset, cursor, add) : [];
  return [...words, ...truth, ...named(analysis, key.references, add), ...formula];
}

type Add = (label: string, more: Partial<Completion> & Pick<Completion, "kind">) => Completion;

/** A key with what follows it: a new line for a mapping, brackets for a list. */
function keyText({ key, kinds }: KeyDescription, flow: boolean, indent: number): { newText: string; snippet: boolean } {
  const [kind] = kinds;
  if (kinds.length === 1 && kind === "list") return { newText: `${key}: [$0]`, snippet: true };
  if (kinds.length === 1 && kind === "map")
    return { newText: flow ? `${key}: {$0}` : `${key}:\n${" ".repeat(indent + 2)}$0`, snippet: true };
  return { newText: `${key}: `, snippet: false };
}

/** The things of the document that a name may stand for, each with its text beside it. */
function named(analysis: Analysis, references: KeyDescription["references"] | NonNullable<EntryKey["references"]>, add: Add): Completion[] {
  const { instrument } = analysis;
  const found: Completion[] = [];
  const seen = new Set<string>();
  const push = (id: string, more: Partial<Completion> & Pick<Completion, "kind">) => {
    if (!seen.has(id)) found.push(add(id, more));
    seen.add(id);
  };
  for (const reference of references) {
    if (reference === "item" || reference === "span")
      for (const item of instrument.items.values()) push(item.id, { kind: "item", detail: item.stem?.own ?? "" });
    if (reference === "score" || reference === "score-property")
      for (const score of instrument.scores.values()) push(score.id, { kind: "score", detail: score.label?.own ?? "" });
    if (reference === "response")
      for (const response of instrument.responses.values())
        push(response.id ?? "", {
          kind: "response",
          detail: response.options.map((option) => option.label?.own ?? option.code).join(" · "),
        });
    if (reference === "recode") for (const id of instrument.recodes.ids()) push(id, { kind: "name", detail: "recode" });
    if (reference === "table") for (const id of instrument.tables.ids()) push(id, { kind: "name", detail: "table" });
    if (reference === "section")
      for (const section of instrument.sections.values()) push(section.id, { kind: "name", detail: section.title?.own ?? "" });
  }
  return found;
}

/** Inside a formula: the codes of the item that is compared, what belongs to a score, named arguments, else names and functions. */
function formulaWords(analysis: Analysis, offset: number, cursor: Cursor, add: Add): Completion[] {
  const expected = formulaAt(analysis, offset, cursor);
  if (!expected) return [];
  const scope = scopeOf(analysis.instrument);
  if (expected.propertyOf !== undefined)
    return [...(scope.find(expected.propertyOf)?.properties.keys() ?? [])].map((name) =>
      add(name, { kind: "name", detail: `of ${expected.propertyOf}` }),
    );
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
    add(one.name, { kind: "function", detail: "function", documentation: one.summary, newText: `${one.name}($0)`, snippet: true }),
  );
  return [...ofCall, ...named(analysis, ["item", "score"], add), ...calls];
}

/** A code in quotation marks, as the scalar around the formula needs them. */
const inQuotes = (code: string, cursor: Cursor) => (cursor.typed.startsWith('"') ? `\\"${code}\\"` : `"${code}"`);
