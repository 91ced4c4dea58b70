import type { DocumentSymbol, Range } from "vscode-languageserver";
import { keptWith } from "../keptWith.ts";
import { remember } from "../remember.ts";

/** Bytes of an entry with others in it from which on it is not joined into one piece: its pieces are kept already. */
const LONG = 65_536;

/**
 * The bytes of the outline, the same as `JSON.stringify` makes of it. Most entries were in the answer before, on the same lines: their bytes are
 * sent again, so that nothing as long as the answer is put together for it.
 */
export function outlineBytes(symbols: readonly DocumentSymbol[]): readonly Buffer[] {
  const pieces: Buffer[] = [];
  let text = "[";
  for (const [i, symbol] of symbols.entries()) {
    if (i > 0) text += ",";
    const { children } = symbol;
    if (children) {
      pieces.push(Buffer.from(text), ...branchBytes(symbol, children));
      text = "";
    } else text += `${own(symbol)}}`;
  }
  pieces.push(Buffer.from(`${text}]`));
  return pieces;
}

const branchBytes = (symbol: DocumentSymbol, children: readonly DocumentSymbol[]): readonly Buffer[] =>
  remember(BRANCHES, symbol, () => {
    const pieces = [Buffer.from(`${own(symbol)},"children":`), ...outlineBytes(children), Buffer.from("}")];
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    return length < LONG ? [Buffer.concat(pieces, length)] : pieces;
  });

/** An entry without those in it and without the bracket at its end. Written out, as there are thousands of this one shape. */
const own = ({ name, detail, kind, range, selectionRange }: DocumentSymbol): string =>
  `{"name":${JSON.stringify(name)},"detail":${JSON.stringify(detail ?? "")},"kind":${kind},"range":${lines(range)},"selectionRange":${lines(selectionRange)}`;

const lines = ({ start, end }: Range): string =>
  `{"start":{"line":${start.line},"character":${start.character}},"end":{"line":${end.line},"character":${end.character}}}`;

const BRANCHES = keptWith<DocumentSymbol, readonly Buffer[]>();
