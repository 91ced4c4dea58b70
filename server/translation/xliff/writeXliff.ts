import type { Completeness, TranslationRow } from "../completeness.ts";

/**
 * A translation as XLIFF 2.0, the exchange format of translation offices and their programs (OASIS standard of 5 August 2014): a unit for
 * each text, its id the name of the text. Inserted answers such as `{item_id}` are placeholders that may neither be lost nor made up.
 */
export function writeXliff(
  document: { readonly id: string; readonly file: string; readonly from: string; readonly to: string },
  rows: Completeness["rows"],
): string {
  const { id, file, from, to } = document;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="${xml(from)}" trgLang="${xml(to)}">`,
    `  <file id="${xml(id)}" original="${xml(file)}">`,
    ...rows.flatMap(unit),
    "  </file>",
    "</xliff>",
    "",
  ].join("\n");
}

const STATES = { draft: "translated", reviewed: "reviewed", approved: "final" } as const;

function unit({ source, words, text }: TranslationRow): readonly string[] {
  const state = words === undefined ? "initial" : STATES[text?.status ?? "draft"];
  const pipes = new Map<string, string>();
  for (const [pipe] of source.words.matchAll(PIPE)) if (!pipes.has(pipe)) pipes.set(pipe, `d${pipes.size + 1}`);
  const own = content(source.words, pipes);
  return [
    `    <unit id="${xml(source.key)}">`,
    ...(pipes.size === 0
      ? []
      : [
          "      <originalData>",
          ...[...pipes].map(([pipe, id]) => `        <data id="${id}">${xml(pipe)}</data>`),
          "      </originalData>",
        ]),
    // An empty status is told apart from a draft by what the state means to programs: both are translated.
    `      <segment state="${state}"${text !== undefined && words !== undefined && text.status === undefined ? ' subState="scalewright:unsaid"' : ""}>`,
    `        <source xml:space="preserve">${own}</source>`,
    ...(words === undefined ? [] : [`        <target xml:space="preserve">${content(words, pipes)}</target>`]),
    "      </segment>",
    "    </unit>",
  ];
}

const PIPE = /\{[a-z][a-z0-9_]*\}/g;

/** A text with its inserted answers as placeholders: the same answer has the same id in source and target. */
function content(words: string, pipes: ReadonlyMap<string, string>): string {
  const counts = new Map<string, number>();
  let out = "";
  let at = 0;
  for (const match of words.matchAll(PIPE)) {
    const [pipe] = match;
    const data = pipes.get(pipe);
    out += inText(words.slice(at, match.index));
    at = match.index + pipe.length;
    const count = (counts.get(pipe) ?? 0) + 1;
    counts.set(pipe, count);
    // One that the source does not have stays a text, and is reported where the translation is read.
    out +=
      data === undefined
        ? xml(pipe)
        : `<ph id="${placeholderId(pipe, count)}" dataRef="${data}" disp="${xml(pipe)}" canCopy="no" canDelete="no"/>`;
  }
  return out + inText(words.slice(at));
}

export function placeholderId(pipe: string, count: number): string {
  return `${pipe.slice(1, -1)}${count === 1 ? "" : `-${count}`}`;
}

/** Characters that XML cannot hold are written as code points. */
function inText(text: string): string {
  return xml(text).replace(
    NOT_XML,
    (character) => `<cp hex="${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}"/>`,
  );
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML cannot hold.
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function xml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => REFERENCES[character] ?? "").replace(/\r/g, "&#13;");
}

const REFERENCES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
