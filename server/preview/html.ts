/** A piece of finished markup. Only `html` makes one, so a text of an author cannot get into a page unescaped. */
export interface Html {
  readonly markup: string;
}

export type Part = Html | string | number | undefined | false | readonly Part[];

/** Markup with parts put in: texts and numbers are escaped, pieces of markup are kept, undefined and false leave nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let markup = strings[0] ?? "";
  for (let index = 0; index < parts.length; index++) {
    markup += markupOf(parts[index]) + (strings[index + 1] ?? "");
  }
  return { markup };
}

export const NOTHING: Html = { markup: "" };

/** ` name="value"` with the space before it, or nothing where there is no value. `true` writes the bare name. */
export function attribute(name: string, value: string | number | boolean | undefined): Html {
  if (value === undefined || value === false) {
    return NOTHING;
  }
  return { markup: value === true ? ` ${name}` : ` ${name}="${typeof value === "string" ? escaped(value) : value}"` };
}

/** Pieces with a separator between those that are there. */
export function joined(parts: readonly Part[], separator: string): Html {
  return {
    markup: parts
      .map(markupOf)
      .filter((part) => part !== "")
      .join(escaped(separator)),
  };
}

function markupOf(part: Part): string {
  if (typeof part === "string") {
    return escaped(part);
  }
  if (part === undefined || part === false) {
    return "";
  }
  if (typeof part === "number") {
    return String(part);
  }
  return isList(part) ? part.map(markupOf).join("") : part.markup;
}

function isList(part: Html | readonly Part[]): part is readonly Part[] {
  return Array.isArray(part);
}

const UNSAFE = /[&<>"']/;
const EACH_UNSAFE = /[&<>"']/g;

/** The same five references in texts and in attribute values. */
function escaped(text: string): string {
  return UNSAFE.test(text) ? text.replace(EACH_UNSAFE, (character) => REFERENCES[character] ?? "") : text;
}

const REFERENCES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
