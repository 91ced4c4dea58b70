import { patchElement } from "./patch.ts";
import { type Piece, piecesOf } from "./pieces.ts";

/**
 * Makes a page that shows one markup show another. Both are compared as text first, so that of a long page only the elements that differ are read
 * and patched.
 */
export function update(page: Element, before: string, after: string): void {
  if (before === after) return;
  const [old, wanted] = [readMarkup(before), readMarkup(after)];
  if (old === undefined || wanted === undefined) patchElement(page, fragmentOf(after));
  else updateInside(page, old, wanted);
}

interface Written {
  readonly html: string;
  readonly piece: Piece;
}

/** What was read last: what the page is made to show now is what it shows the next time. */
let read: Written | undefined;

function readMarkup(html: string): Written | undefined {
  if (read?.html === html) return read;
  const piece = piecesOf(html);
  read = piece && { html, piece };
  return read;
}

/** Goes on into the elements that differ, where they are the same ones; else what is inside is patched as a whole. */
function updateInside(shown: Element, old: Written, wanted: Written): void {
  if (!hasSameParts(shown, old, wanted)) {
    patchElement(shown, fragmentOf(wanted.html.slice(wanted.piece.inside, wanted.piece.insideEnd)));
    return;
  }
  const elements = [...shown.children];
  for (const [index, piece] of wanted.piece.children.entries()) {
    const [element, oldPiece] = [elements[index], old.piece.children[index]];
    if (element === undefined || oldPiece === undefined) continue;
    if (outside(old.html, oldPiece) !== outside(wanted.html, piece))
      updateInside(element, { html: old.html, piece: oldPiece }, { html: wanted.html, piece });
  }
}

/** The same elements with the same start tags, and the same text between them. A drawing is one thing: its parts cannot be read by themselves. */
function hasSameParts(shown: Element, old: Written, wanted: Written): boolean {
  const [before, after] = [old.piece.children, wanted.piece.children];
  if (before.length !== after.length || shown.children.length !== after.length) return false;
  let [oldAt, wantedAt] = [old.piece.inside, wanted.piece.inside];
  for (const [index, piece] of after.entries()) {
    const oldPiece = before[index];
    if (oldPiece === undefined) return false;
    if (shown.children[index]?.localName === "svg" && outside(old.html, oldPiece) !== outside(wanted.html, piece)) return false;
    const oldTag = old.html.slice(oldAt, oldPiece.inside);
    if (oldTag !== wanted.html.slice(wantedAt, piece.inside)) return false;
    [oldAt, wantedAt] = [oldPiece.end, piece.end];
  }
  return old.html.slice(oldAt, old.piece.insideEnd) === wanted.html.slice(wantedAt, wanted.piece.insideEnd);
}

function outside(html: string, { start, end }: Piece): string {
  return html.slice(start, end);
}

/** Reads markup without loading or running anything that it may name. */
export function fragmentOf(html: string): DocumentFragment {
  const template = document.implementation.createHTMLDocument().createElement("template");
  template.innerHTML = html;
  return template.content;
}
