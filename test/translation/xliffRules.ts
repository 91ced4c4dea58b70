import { SaxesParser } from "saxes";

/** An element as it was read, with its words between. */
interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (Element | string)[];
}

interface Rule {
  /** Attributes, those that must be there with a mark. */
  readonly attributes: readonly string[];
  /** Elements in their order: `?` at most one, `+` one or more, `*` any number; together those that may alternate. */
  readonly content: readonly (readonly [readonly string[], "1" | "?" | "+" | "*"])[];
  /** True where words may stand in it. */
  readonly words?: boolean;
}

const INLINE = ["cp", "ph", "pc", "sc", "ec", "mrk", "sm", "em"];
const SPACE = ["xml:space", "xml:lang"];
const CODE = ["canCopy", "canDelete", "canReorder", "copyOf", "disp", "equiv", "type", "subType", "subFlows", "dataRef"];

/** The structure of the core of XLIFF 2.0 (OASIS standard of 5 August 2014, section 4.2), as far as any file of ours can go wrong in it. */
const RULES: Readonly<Record<string, Rule>> = {
  xliff: { attributes: ["version!", "srcLang!", "trgLang", "xmlns", ...SPACE], content: [[["file"], "+"]] },
  file: {
    attributes: ["id!", "original", "canResegment", "translate", "srcDir", "trgDir", ...SPACE],
    content: [
      [["skeleton"], "?"],
      [["notes"], "?"],
      [["unit", "group"], "+"],
    ],
  },
  group: {
    attributes: ["id!", "name", "canResegment", "translate", "srcDir", "trgDir", "type", ...SPACE],
    content: [
      [["notes"], "?"],
      [["unit", "group"], "*"],
    ],
  },
  unit: {
    attributes: ["id!", "name", "canResegment", "translate", "srcDir", "trgDir", "type", ...SPACE],
    content: [
      [["notes"], "?"],
      [["originalData"], "?"],
      [["segment", "ignorable"], "+"],
    ],
  },
  notes: { attributes: [], content: [[["note"], "+"]] },
  note: { attributes: ["id", "appliesTo", "category", "priority", ...SPACE], content: [], words: true },
  originalData: { attributes: [], content: [[["data"], "+"]] },
  data: { attributes: ["id!", "dir", ...SPACE], content: [[["cp"], "*"]], words: true },
  segment: {
    attributes: ["id", "canResegment", "state", "subState"],
    content: [
      [["source"], "1"],
      [["target"], "?"],
    ],
  },
  ignorable: {
    attributes: ["id"],
    content: [
      [["source"], "1"],
      [["target"], "?"],
    ],
  },
  source: { attributes: SPACE, content: [[INLINE, "*"]], words: true },
  target: { attributes: ["order", ...SPACE], content: [[INLINE, "*"]], words: true },
  cp: { attributes: ["hex!"], content: [] },
  ph: { attributes: ["id!", ...CODE], content: [] },
};

const VALUES: Readonly<Record<string, RegExp>> = {
  version: /^2\.[01]$/,
  state: /^(?:initial|translated|reviewed|final)$/,
  canCopy: /^(?:yes|no)$/,
  canDelete: /^(?:yes|no)$/,
  canReorder: /^(?:yes|firstNo|no)$/,
  canResegment: /^(?:yes|no)$/,
  translate: /^(?:yes|no)$/,
  srcDir: /^(?:ltr|rtl|auto)$/,
  trgDir: /^(?:ltr|rtl|auto)$/,
  subState: /^[^\s:]+:[^:]+$/,
  hex: /^(?:[0-9A-F]{2}){2,3}$/i,
  order: /^[1-9]\d*$/,
  srcLang: /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/,
  trgLang: /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/,
};

/** What a file of XLIFF breaks of the rules of its standard, in words. */
export function problemsOfXliff(text: string): readonly string[] {
  const problems: string[] = [];
  const root = parse(text, problems);
  if (root === undefined || root.name !== "xliff") return [...problems, "the root is not xliff"];
  check(root, problems);
  const [srcLang, trgLang] = [root.attributes.get("srcLang"), root.attributes.get("trgLang")];
  if (trgLang === undefined && all(root, "target").length > 0) problems.push("xliff has targets and no trgLang");
  for (const [name, language] of [
    ["source", srcLang],
    ["target", trgLang],
  ] as const)
    for (const one of all(root, name)) {
      const own = one.attributes.get("xml:lang");
      if (own !== undefined && own !== language) problems.push(`${name} is in "${own}" and not in "${language}"`);
    }
  unique(root, "xliff", childrenOf(root, "file"), problems);
  for (const file of childrenOf(root, "file")) {
    if (all(file, "unit").length === 0) problems.push(`file ${file.attributes.get("id")} holds no unit`);
    unique(file, "file", all(file, "unit"), problems);
    for (const unit of all(file, "unit")) checkUnit(unit, problems);
  }
  return problems;
}

function checkUnit(unit: Element, problems: string[]): void {
  unique(unit, "unit", all(unit, "data"), problems);
  const data = new Set(all(unit, "data").map(({ attributes }) => attributes.get("id")));
  for (const one of all(unit, "ph")) {
    const wanted = one.attributes.get("dataRef");
    if (wanted !== undefined && !data.has(wanted)) problems.push(`ph has the dataRef "${wanted}", and there is no such data`);
  }
  const parts = [...childrenOf(unit, "segment"), ...childrenOf(unit, "ignorable")];
  const codes = (name: string) => all(unit, name).flatMap((side) => all(side, "ph"));
  unique(unit, "source", [...parts, ...codes("source")], problems);
  unique(unit, "target", [...parts, ...codes("target")], problems);
  const sources = new Map(codes("source").map((one) => [one.attributes.get("id"), one]));
  for (const one of codes("target")) {
    const other = sources.get(one.attributes.get("id"));
    if (other === undefined) problems.push(`target has the placeholder "${one.attributes.get("id")}" that source has not`);
    else if (other.attributes.get("dataRef") !== one.attributes.get("dataRef")) problems.push("a placeholder stands for two things");
  }
  for (const one of childrenOf(unit, "segment"))
    if (one.attributes.has("subState") && !one.attributes.has("state")) problems.push("segment has a subState without a state");
}

function check(element: Element, problems: string[]): void {
  const { name, attributes, children } = element;
  const rule = RULES[name];
  if (rule === undefined) {
    problems.push(`there is no element ${name}`);
    return;
  }
  for (const wanted of rule.attributes)
    if (wanted.endsWith("!") && !attributes.has(wanted.slice(0, -1))) problems.push(`${name} has no ${wanted.slice(0, -1)}`);
  for (const [key, value] of attributes) {
    if (!rule.attributes.some((one) => one.replace("!", "") === key)) problems.push(`${name} may have no ${key}`);
    if ((key === "id" || key === "dataRef") && !/^[\p{L}\p{N}_:.-]+$/u.test(value))
      problems.push(`${name} has the ${key} "${value}", which is no NMTOKEN`);
    if (VALUES[key]?.test(value) === false)
      problems.push(key === "state" ? `${name} has the state "${value}"` : `${name} has ${key} "${value}"`);
  }
  if (!rule.words && children.some((child) => typeof child === "string" && child.trim() !== "")) problems.push(`${name} may hold no words`);
  checkOrder(name, rule, elementsOf(element), problems);
  for (const child of elementsOf(element)) check(child, problems);
}

function checkOrder(name: string, rule: Rule, children: readonly Element[], problems: string[]): void {
  let at = 0;
  const counts = rule.content.map(() => 0);
  for (const child of children) {
    const place = rule.content.findIndex(([names]) => names.includes(child.name));
    if (place < 0) problems.push(`${name} may hold no ${child.name}`);
    else {
      if (place < at) problems.push(`${name} has ${child.name} behind ${children[children.indexOf(child) - 1]?.name}`);
      at = Math.max(at, place);
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  for (const [place, [names, many]] of rule.content.entries()) {
    const count = counts[place] ?? 0;
    if (count === 0 && (many === "1" || many === "+")) problems.push(`${name} holds no ${names.join(" or ")}`);
    if (count > 1 && (many === "1" || many === "?")) problems.push(`${name} has ${names.join(" or ")} twice`);
  }
}

function unique(element: Element, where: string, things: readonly Element[], problems: string[]): void {
  const seen = new Set<string>();
  for (const { attributes } of things) {
    const id = attributes.get("id");
    if (id === undefined) continue;
    if (seen.has(id))
      problems.push(`${where} has the id "${id}" twice${element.attributes.has("id") ? ` in ${element.attributes.get("id")}` : ""}`);
    seen.add(id);
  }
}

const elementsOf = ({ children }: Element): readonly Element[] => children.flatMap((child) => (typeof child === "string" ? [] : [child]));
const childrenOf = (element: Element, name: string): readonly Element[] => elementsOf(element).filter((child) => child.name === name);
const all = (element: Element, name: string): readonly Element[] =>
  elementsOf(element).flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);

function parse(text: string, problems: string[]): Element | undefined {
  const parser = new SaxesParser({ xmlns: true });
  const open: Element[] = [];
  let root: Element | undefined;
  parser.on("error", (error) => problems.push(error.message));
  parser.on("opentag", ({ local, uri, attributes }) => {
    if (uri !== "urn:oasis:names:tc:xliff:document:2.0") problems.push(`${local} is of no XLIFF 2.0`);
    const own = new Map(Object.values(attributes).map(({ name, value }) => [name, value]));
    const element: Element = { name: local, attributes: own, children: [] };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on("closetag", () => void open.pop());
  parser.on("text", (words) => open.at(-1)?.children.push(words));
  parser.on("cdata", (words) => open.at(-1)?.children.push(words));
  parser.write(text).close();
  return root;
}
