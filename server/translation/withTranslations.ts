import type { Delphi } from "../model/delphi.ts";
import type { Guide } from "../model/guide.ts";
import type { Instrument, Named, Text } from "../model/instrument.ts";
import { named } from "../model/named.ts";
import { copyOrigin } from "../model/origins.ts";
import { nodeOfText } from "../model/read/text.ts";
import type { Study } from "../model/study.ts";
import type { Node } from "../syntax/tree.ts";

/** Words in another language, by where the text that they translate was read from. */
export interface Words {
  readonly language: string;
  readonly byNode: ReadonlyMap<Node, string>;
}

/**
 * An instrument, a Delphi study or a topic guide with the words of its translations in it, as if they stood in the document itself: everything
 * that shows or writes it in a language needs to know no more. What has no translated words is the same object as before.
 */
export function withTranslations<T extends Instrument | Delphi | Guide | Study>(document: T, translations: readonly Words[]): T {
  if (translations.length === 0) return document;
  const own = document.metadata.language ?? "en";
  const made = new Map<object, unknown>();

  const translated = (text: Text): Text => {
    const node = nodeOfText(text);
    const more = translations.flatMap(({ language, byNode }) => {
      const words = node && byNode.get(node);
      return words === undefined ? [] : [[language, words] as const];
    });
    if (more.length === 0) return text;
    return { ...text, languages: new Map([...(text.languages.size === 0 ? [[own, text.own] as const] : text.languages), ...more]) };
  };
  const copy = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null || isExact(value)) return value;
    if (made.has(value)) return made.get(value);
    made.set(value, value);
    const copied = isText(value) ? translated(value) : isNamed(value) ? copyNamed(value, copy) : copyInner(value, copy);
    if (copied !== value) copyOrigin(value, copied);
    made.set(value, copied);
    return copied;
  };

  const metadata = copy(document.metadata) as Instrument["metadata"];
  const languages = [...new Set([...metadata.languages, ...translations.map(({ language }) => language)])];
  const whole = { ...metadata, languages };
  copyOrigin(document.metadata, whole);
  // Tests, formulas and joined documents have no texts of this document.
  const parts = Object.entries(document).map(([key, value]) => [key, COPIED.has(key) ? copy(value) : value]);
  return { ...document, ...Object.fromEntries(parts), metadata: whole };
}

const COPIED: ReadonlySet<string> = new Set([
  ...["responses", "sections", "items", "scores"],
  ...["panel", "statementGroups", "statements", "rounds"],
  ...["distress", "sites", "audiences", "photos", "topics", "questions"],
  ...["phases", "consents"],
]);

function isNamed(value: object): value is Named<unknown> {
  return "ids" in value && typeof value.ids === "function" && "values" in value;
}

function copyNamed(value: Named<unknown>, copy: (value: unknown) => unknown): Named<unknown> {
  const values = value.values();
  const copies = values.map(copy);
  return copies.some((one, index) => one !== values[index]) ? named(value.ids().map((id, index) => [id, copies[index]] as const)) : value;
}

/** Exact numbers hold no texts, and a copy would not be one. */
function isExact(value: object): boolean {
  return "n" in value && "d" in value && typeof value.n === "bigint";
}

function isText(value: object): value is Text {
  return "own" in value && "languages" in value && value.languages instanceof Map;
}

/** Lists, maps and plain things; the thing itself where nothing in it has changed. Formulas hold no texts of the document. */
function copyInner(value: object, copy: (value: unknown) => unknown): object {
  if (Array.isArray(value)) {
    const list = value.map(copy);
    return list.some((one, index) => one !== value[index]) ? list : value;
  }
  if (value instanceof Map) {
    const map = new Map([...value].map(([key, one]) => [key, copy(one)]));
    return [...map].some(([key, one]) => one !== value.get(key)) ? map : value;
  }
  if ("start" in value && "end" in value && "kind" in value) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, copy(one)] as const);
  return entries.some(([key, one]) => one !== value[key as keyof typeof value]) ? Object.fromEntries(entries) : value;
}
