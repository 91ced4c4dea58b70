import { type Branch, type IsBranch, ROOT, type Segment } from "./segment.ts";

/**
 * Cuts a text into segments by indentation alone, so that it never fails and an edit is felt only nearby: in YAML, a line that stands at the
 * column of a block mapping's keys is a key of it (or a sequence of the key before it), whatever is quoted or folded above.
 * `within` is the branch of the first line; without it the text is read from its beginning.
 */
export function split(text: string, isBranch: IsBranch, within?: Branch): Segment[] {
  const segments: Segment[] = [];
  let branch = within ?? ROOT;
  let open: { kind: Segment["kind"]; start: number; within: Branch; key: string; indent: number; waiting: boolean } | undefined;
  let started = within !== undefined;

  const close = (end: number) => {
    if (open) segments.push(segment(open.kind, text.slice(open.start, end), open.within, open.key));
    open = undefined;
  };
  const begin = (kind: Segment["kind"], start: number, key = "", indent = 0, waiting = false) => {
    close(start);
    open = { kind, start, within: branch, key, indent, waiting };
  };

  for (let start = 0; start < text.length; ) {
    const found = text.indexOf("\n", start);
    const next = found < 0 ? text.length : found + 1;
    let first = start;
    if (first === 0 && !within && text.charCodeAt(0) === 0xfeff) first++;
    const from = first;
    while (text.charCodeAt(first) === SPACE) first++;
    const indent = first - from;
    const char = text.charCodeAt(first);
    const blank = first >= next || char === NEWLINE || char === HASH || (char === RETURN && text.charCodeAt(first + 1) === NEWLINE);

    if (blank) {
      if (!open) begin("head", start);
    } else if (indent === 0 && isMarker(text, first, next)) {
      if (started || char !== DASH) {
        begin("rest", start);
        close(text.length);
        return segments;
      }
      if (!open) begin("head", start);
    } else if (indent === 0 && isConflict(text, first, next)) {
      begin("stray", start);
    } else if (!started) {
      const key = keyOf(text, first, next);
      started = true;
      if (key === undefined) {
        // Not a block mapping: the whole text is one entry without a key.
        begin("entry", start);
        close(text.length);
        return segments;
      }
      branch = indent === 0 ? ROOT : { path: [], indent };
      begin("entry", start, key, indent, opens(text, first, next) && isBranch([key]));
    } else if (open && open.kind === "entry" && belongs(open.indent, indent, char, text.charCodeAt(first + 1))) {
      if (open.waiting && indent > open.indent && char !== TAB) {
        open.waiting = false;
        const key = keyOf(text, first, next);
        if (key !== undefined) {
          open.kind = "branch";
          branch = { parent: branch, path: [...branch.path, open.key], indent };
          begin("entry", start, key, indent, opens(text, first, next) && isBranch([...branch.path, key]));
        }
      }
    } else {
      let home = branch;
      while (indent < home.indent && home.parent) home = home.parent;
      const key = indent === home.indent ? keyOf(text, first, next) : undefined;
      if (key !== undefined) {
        branch = home;
        begin("entry", start, key, indent, opens(text, first, next) && isBranch([...branch.path, key]));
      } else if (!open) begin("entry", start, "", indent);
      // Anything else is misplaced text: it stays with the entry before it, whose reading reports it.
    }
    start = next;
  }
  close(text.length);
  return segments;
}

const [NEWLINE, RETURN, TAB, SPACE, HASH, DASH] = [10, 13, 9, 32, 35, 45];
const COLON = 58;
const CLOSING = new Set([93, 125]);

export function segment(kind: Segment["kind"], text: string, within: Branch, key = ""): Segment {
  let breaks = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) breaks++;
  return { kind, text, breaks, within, key, ignores: text.includes("scalewright-ignore"), names: text.includes("&") || text.includes("*") };
}

/** Whether a line at `indent` goes on with an entry whose key stands at `entryIndent`. */
function belongs(entryIndent: number, indent: number, char: number, after: number): boolean {
  if (indent > entryIndent || char === TAB) return true;
  return indent === entryIndent && ((char === DASH && isGap(after)) || CLOSING.has(char));
}

const isGap = (char: number) => char === SPACE || char === NEWLINE || char === RETURN || char === TAB || Number.isNaN(char);

function isMarker(text: string, first: number, next: number): boolean {
  const mark = text.slice(first, Math.min(first + 3, next));
  return (mark === "---" || mark === "...") && isGap(text.charCodeAt(first + 3));
}

function isConflict(text: string, first: number, next: number): boolean {
  const mark = text.slice(first, Math.min(first + 7, next));
  return (mark === "<<<<<<<" || mark === "=======" || mark === ">>>>>>>" || mark === "|||||||") && isGap(text.charCodeAt(first + 7));
}

/** The key that a line begins with, or undefined where it does not begin with `key:`. */
function keyOf(text: string, first: number, next: number): string | undefined {
  const quote = text[first];
  if (quote === '"' || quote === "'") {
    const end = closingQuote(text, first, next);
    if (end < 0) return undefined;
    let at = end + 1;
    while (text.charCodeAt(at) === SPACE) at++;
    return text.charCodeAt(at) === COLON && isGap(text.charCodeAt(at + 1)) ? text.slice(first + 1, end) : undefined;
  }
  if (quote === undefined || (INDICATORS.includes(quote) && !("-?:".includes(quote) && !isGap(text.charCodeAt(first + 1)))))
    return undefined;
  for (let at = first; at < next; at++) {
    const char = text.charCodeAt(at);
    if (char === COLON && isGap(text.charCodeAt(at + 1))) return text.slice(first, at).trimEnd();
    if (char === HASH && text.charCodeAt(at - 1) === SPACE) return undefined;
  }
  return undefined;
}

const INDICATORS = "-?:,[]{}#&*!|>'\"%@`\t";

function closingQuote(text: string, first: number, next: number): number {
  const quote = text[first];
  for (let at = first + 1; at < next; at++) {
    if (quote === '"' && text[at] === "\\") at++;
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === "'") at++;
      else return at;
    }
  }
  return -1;
}

/** Whether nothing but a comment follows the key of a line. */
function opens(text: string, first: number, next: number): boolean {
  const quoted = text[first] === '"' || text[first] === "'";
  let at = quoted ? closingQuote(text, first, next) + 1 : first;
  while (!(text.charCodeAt(at) === COLON && isGap(text.charCodeAt(at + 1)))) at++;
  return /^:[ \t]*(?:[ \t]#.*)?\r?\n?$/.test(text.slice(at, next));
}
