import { type DefaultTreeAdapterTypes, parse, parseFragment } from "parse5";

/** An element of a page that a real reader of HTML has read. */
export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** What the reader of HTML complains about is kept: finished markup has nothing to complain about. */
export interface ReadPage {
  readonly root: Node;
  readonly errors: readonly string[];
}

export function readPage(markup: string): ReadPage {
  const errors: string[] = [];
  return { root: parse(markup, { onParseError: ({ code }) => errors.push(code) }), errors };
}

export function readBody(markup: string): ReadPage {
  const errors: string[] = [];
  return { root: parseFragment(markup, { onParseError: ({ code }) => errors.push(code) }), errors };
}

/** All elements below a node in the order of the page. */
export function elements(node: Node): readonly Element[] {
  const children = "childNodes" in node ? node.childNodes : [];
  return children.flatMap((child) => ("tagName" in child ? [child, ...elements(child)] : []));
}

/** Elements by tag, class and attributes: `{ tag: "input", name: "w1" }`. An attribute that is `true` must be there. */
export function find(node: Node, wanted: Readonly<Record<string, string | true>>): readonly Element[] {
  return elements(node).filter((element) =>
    Object.entries(wanted).every(([key, value]) => {
      if (key === "tag") return element.tagName === value;
      if (key === "class") return (attribute(element, "class") ?? "").split(" ").includes(String(value));
      const there = attribute(element, key);
      return value === true ? there !== undefined : there === value;
    }),
  );
}

export function one(node: Node, wanted: Readonly<Record<string, string | true>>): Element {
  const found = find(node, wanted);
  const [only] = found;
  if (only === undefined || found.length > 1) {
    throw new Error(`${found.length} elements are ${JSON.stringify(wanted)}`);
  }
  return only;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** What stands in blocks of its own is kept apart from what is around it. */
const BLOCKS = new Set(["br", "caption", "dd", "dt", "figcaption", "li", "p", "summary", "td", "text", "th", "title"]);

/** The text of an element as it is read, white space run together. */
export function textOf(node: Node): string {
  return rawText(node).replace(/\s+/g, " ").trim();
}

function rawText(node: Node): string {
  if ("value" in node) {
    return node.value;
  }
  const text = "childNodes" in node ? node.childNodes.map(rawText).join("") : "";
  return "tagName" in node && BLOCKS.has(node.tagName) ? ` ${text} ` : text;
}
