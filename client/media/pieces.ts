/** An element of our own markup as text: where it stands, where its contents stand, and the elements in it. */
export interface Piece {
  readonly start: number;
  readonly inside: number;
  readonly insideEnd: number;
  readonly end: number;
  readonly children: readonly Piece[];
}

/** The elements of a page in its markup; undefined where not every one is closed. Only for what the server has written, where texts are escaped. */
export function piecesOf(html: string): Piece | undefined {
  interface Open {
    readonly name: string;
    readonly start: number;
    readonly inside: number;
    readonly children: Piece[];
  }
  const root: Open = { name: "", start: 0, inside: 0, children: [] };
  const open: Open[] = [root];
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(html); tag !== null; tag = TAG.exec(html)) {
    const [whole, closes, name = "", alone] = tag;
    const end = tag.index + whole.length;
    if (closes === "") {
      const parent = open.at(-1);
      if (alone !== "" || EMPTY.has(name)) parent?.children.push({ start: tag.index, inside: end, insideEnd: end, end, children: [] });
      else open.push({ name, start: tag.index, inside: end, children: [] });
      continue;
    }
    const last = open.pop();
    if (last === undefined || last.name !== name) return undefined;
    open.at(-1)?.children.push({ start: last.start, inside: last.inside, insideEnd: tag.index, end, children: last.children });
  }
  return open.length === 1 ? { start: 0, inside: 0, insideEnd: html.length, end: html.length, children: root.children } : undefined;
}

const TAG = /<(\/?)([a-zA-Z][\w-]*)[^>]*?(\/?)>/g;

/** Elements that have no end tag. */
const EMPTY: ReadonlySet<string> = new Set(["br", "col", "hr", "img", "input", "wbr"]);
