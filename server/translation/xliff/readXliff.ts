import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from "saxes";
import type { Status } from "../readTranslation.ts";
import type { SourceText } from "../sourceTexts.ts";
import { checkUnit, pipesById, takenFrom } from "./unit.ts";

/** What an exchange file brings for the texts of a document. */
export interface ReadXliff {
  readonly language: string;
  readonly given: ReadonlyMap<string, { readonly words?: string; readonly status?: Status }>;
  /** Why the file is refused, each with its line and column from 1: nothing is taken from a file that has any. */
  readonly refused: readonly Refused[];
}

export interface Refused {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A text of the file. What programs split into sentences is put together again. */
export interface Unit {
  readonly id: string;
  readonly line: number;
  readonly column: number;
  /** False where the file says that it is not to be translated. */
  readonly translate: boolean;
  readonly parts: Part[];
  readonly data: Map<string, string>;
}

/** A segment, or what stands between two and is not translated. */
export interface Part {
  readonly kind: "segment" | "ignorable";
  readonly state: string;
  readonly unsaid: boolean;
  source: string;
  target?: Target;
}

export interface Target {
  readonly line: number;
  readonly column: number;
  /** The place among the targets of the unit, from 1, where it is not that of the source. */
  readonly order?: number;
  words: string;
  /** Placeholders by their ids. */
  readonly placeholders: string[];
}

/**
 * Reads XLIFF 2 back. Ids that the document does not have, texts that have changed since, lost or added placeholders and texts that are
 * translated in part are refused. Notes, matches and whatever else programs add is passed over.
 */
export function readXliff(text: string, sources: readonly SourceText[], language: string, from?: string): ReadXliff {
  const known = new Map(sources.map((source) => [source.key, source]));
  const reader = new Reader(known, language, from);
  const units = reader.read(text);
  const { refused } = reader;
  if (refused.length === 0 && units.length === 0) refused.push({ line: 1, column: 1, message: "the file holds no texts" });
  for (const unit of units) refused.push(...checkUnit(unit, known.get(unit.id)));
  return {
    language,
    given: new Map(units.flatMap(takenFrom)),
    refused: refused.sort((a, b) => a.line - b.line || a.column - b.column),
  };
}

/** Version 2.0 and 2.1 have one namespace, 2.2 has its own. */
const NAMESPACE = /^urn:oasis:names:tc:xliff:document:2\.[02]$/;

/** Deeper than any program nests, and not so deep that reading takes long. */
const DEEPEST = 200;

/** Marks around words that a text of a document does not have. */
const CODES: ReadonlySet<string> = new Set(["pc", "sc", "ec"]);

class Reader {
  readonly refused: Refused[] = [];
  readonly #known: ReadonlyMap<string, SourceText>;
  readonly #language: string;
  readonly #from: string | undefined;
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  /** The elements that are open: those of XLIFF itself by their names, others with a mark. */
  readonly #path: string[] = [];
  readonly #translate: boolean[] = [];
  readonly #units: Unit[] = [];
  readonly #ids = new Set<string>();
  #data: string | undefined;
  #pipes: ReadonlyMap<string, string> = new Map();
  #isOver = false;
  #targetLanguage = "";

  constructor(known: ReadonlyMap<string, SourceText>, language: string, from: string | undefined) {
    this.#known = known;
    this.#language = language;
    this.#from = from;
  }

  read(text: string): readonly Unit[] {
    const parser = this.#parser;
    // What stands behind a first mistake is read as something else than was meant.
    parser.on("error", (error) => this.#stop(`the file is no well-formed XML: ${error.message.replace(/^\S*?\d+:\d+:\s*/, "")}`));
    // A document type could name files and swell without end; XLIFF has none.
    parser.on("doctype", () => this.#stop("a document type may not stand in an exchange file"));
    parser.on("opentag", (tag) => {
      if (!this.#isOver) this.#open(tag);
    });
    parser.on("closetag", () => {
      if (!this.#isOver) this.#close();
    });
    const words = (part: string) => {
      if (!this.#isOver) this.#words(part);
    };
    parser.on("text", words);
    parser.on("cdata", words);
    for (let at = 0; at < text.length && !this.#isOver; at += CHUNK) parser.write(text.slice(at, at + CHUNK));
    if (!this.#isOver) parser.close();
    return this.#isOver ? [] : this.#units;
  }

  #refuse(message: string): void {
    if (!this.#isOver) this.refused.push({ line: this.#parser.line, column: this.#parser.column + 1, message });
  }

  #stop(message: string): void {
    this.#refuse(message);
    this.#isOver = true;
  }

  #open(tag: SaxesTagNS): void {
    const value = (name: string) => Object.values(tag.attributes).find((one: SaxesAttributeNS) => one.name === name)?.value;
    const isCore = NAMESPACE.test(tag.uri);
    if (this.#path.length === 0) this.#root(tag, isCore, value);
    if (this.#path.length >= DEEPEST) this.#stop("too many elements stand within one another");
    const parent = this.#path.at(-1);
    this.#path.push(isCore ? tag.local : `:${tag.local}`);
    this.#translate.push(value("translate") === undefined ? (this.#translate.at(-1) ?? true) : value("translate") !== "no");
    if (this.#isOver || !isCore) return;
    const unit = this.#units.at(-1);
    if (tag.local === "unit") this.#unit(value("id") ?? "");
    else if (unit === undefined || !this.#path.includes("unit")) return;
    else if (tag.local === "segment" || tag.local === "ignorable") {
      if (parent === "unit")
        unit.parts.push({
          kind: tag.local,
          state: value("state") ?? "initial",
          unsaid: value("subState") === "scalewright:unsaid",
          source: "",
        });
    } else if (tag.local === "data") {
      if (parent === "originalData" && this.#path.at(-3) === "unit") this.#data = value("id");
    } else this.#inline(tag.local, unit, value);
  }

  #root(tag: SaxesTagNS, isCore: boolean, value: (name: string) => string | undefined): void {
    if (tag.local !== "xliff" || !isCore) {
      this.#stop(notXliff(tag, value("version")));
      return;
    }
    const version = value("version") ?? "";
    if (!/^2\.[0-2]$/.test(version)) this.#refuse(`version "${version}" of XLIFF is not read, only 2.0 to 2.2`);
    const [source, target] = [value("srcLang"), value("trgLang")];
    if (target !== undefined && !isSame(target, this.#language)) this.#refuse(`the file is in "${target}" and not in "${this.#language}"`);
    if (source !== undefined && this.#from !== undefined && !isSame(source, this.#from))
      this.#refuse(`the file translates from "${source}", and the document is in "${this.#from}"`);
    this.#targetLanguage = target ?? this.#language;
  }

  #unit(id: string): void {
    if (!this.#known.has(id)) this.#refuse(`the document has no text "${id}"`);
    if (this.#ids.has(id)) this.#refuse(`"${id}" stands there twice`);
    this.#ids.add(id);
    const source = this.#known.get(id);
    this.#pipes = source === undefined ? new Map() : pipesById(source.words);
    const { line, column } = this.#parser;
    this.#units.push({ id, line, column: column + 1, translate: this.#translate.at(-1) ?? true, parts: [], data: new Map() });
  }

  #inline(name: string, unit: Unit, value: (name: string) => string | undefined): void {
    const side = this.#side();
    const part = unit.parts.at(-1);
    if (side === undefined || part === undefined) return;
    if (name === "target" && part.target !== undefined) this.#refuse(`two translations stand in one segment of "${unit.id}"`);
    else if (name === "target") {
      const order = Number(value("order"));
      const { line, column } = this.#parser;
      part.target = {
        line,
        column: column + 1,
        order: Number.isInteger(order) && order > 0 ? order : undefined,
        words: "",
        placeholders: [],
      };
      const own = value("xml:lang");
      if (own !== undefined && !isSame(own, this.#targetLanguage)) this.#refuse(`the translation of "${unit.id}" is in "${own}"`);
    } else if (name === "cp") this.#append(characterOf(value("hex")) ?? this.#notCharacter(unit, value("hex")));
    else if (name === "ph") {
      const id = value("id") ?? "";
      if (side === "target") part.target?.placeholders.push(id);
      this.#append(this.#pipes.get(id) ?? unit.data.get(value("dataRef") ?? "") ?? value("disp") ?? "");
    } else if (CODES.has(name) && side === "target")
      this.#refuse(`"${name}" stands in the translation of "${unit.id}", and the text of the document has no such mark`);
  }

  #notCharacter(unit: Unit, hex: string | undefined): string {
    this.#refuse(`"${hex ?? ""}" in "${unit.id}" is the code of no character`);
    return "";
  }

  #close(): void {
    if (this.#path.pop() === "data") this.#data = undefined;
    this.#translate.pop();
  }

  #words(words: string): void {
    const unit = this.#units.at(-1);
    if (unit === undefined) return;
    if (this.#data !== undefined && this.#path.at(-1) === "data") unit.data.set(this.#data, (unit.data.get(this.#data) ?? "") + words);
    else this.#append(words);
  }

  #append(words: string): void {
    const [side, part] = [this.#side(), this.#units.at(-1)?.parts.at(-1)];
    if (side === "source" && part !== undefined) part.source += words;
    else if (side === "target" && part?.target !== undefined) part.target.words += words;
  }

  /** Whether words belong to the source or the target of a unit: notes, matches and other parts have words as well. */
  #side(): "source" | "target" | undefined {
    const unit = this.#path.lastIndexOf("unit");
    const [part, side, ...inside] = this.#path.slice(unit + 1);
    if (unit < 0 || (part !== "segment" && part !== "ignorable") || inside.some((name) => name.startsWith(":"))) return undefined;
    return side === "source" || side === "target" ? side : undefined;
  }
}

/** So many characters are read at a time, so that reading ends soon behind a mistake. */
const CHUNK = 4096;

function notXliff({ local, uri }: SaxesTagNS, version: string | undefined): string {
  return local === "xliff" && /xliff:document:1\./.test(`${uri} xliff:document:${version ?? ""}`)
    ? `this is XLIFF ${version ?? "1"}, and only XLIFF 2 is read: ask the translation office for version 2`
    : 'this is no XLIFF 2 file: its first element is not "xliff" of version 2';
}

/** `cy` and `cy-GB` are one language to programs that want a country. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`);
}

function characterOf(hex: string | undefined): string | undefined {
  if (hex === undefined || !/^[0-9a-f]{1,6}$/i.test(hex)) return undefined;
  const code = Number.parseInt(hex, 16);
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? undefined : String.fromCodePoint(code);
}
