import type { Analysis } from "../analysis/analysis.ts";
import { FUNCTIONS } from "../expression/functions/index.ts";
import { describeKey, type EntryKey, entryKeyAt, type KeyDescription, keysAt } from "../model/keys.ts";
import type { Range } from "../problem.ts";
import { cursorAt } from "./cursor.ts";
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
  const formula = key.kinds.includes("formula") ? formulaNames(analysis, add) : [];
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

function formulaNames(analysis: Analysis, add: Add): Completion[] {
  const calls = [...FUNCTIONS.values()].map((one) =>
    add(one.name, { kind: "function", detail: "function", documentation: one.summary, newText: `${one.name}($0)`, snippet: true }),
  );
  return [...named(analysis, ["item", "score"], add), ...calls];
}
