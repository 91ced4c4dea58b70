import type { DocumentSymbol } from "vscode-languageserver";
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
    } else text += remember(LEAVES, symbol, () => JSON.stringify(symbol));
  }
  pieces.push(Buffer.from(`${text}]`));
  return pieces;
}

const branchBytes = (symbol: DocumentSymbol, children: readonly DocumentSymbol[]): readonly Buffer[] =>
  remember(BRANCHES, symbol, () => {
    const { children: _, ...own } = symbol;
    const pieces = [Buffer.from(`${JSON.stringify(own).slice(0, -1)},"children":`), ...outlineBytes(children), Buffer.from("}")];
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    return length < LONG ? [Buffer.concat(pieces, length)] : pieces;
  });

const LEAVES = new WeakMap<DocumentSymbol, string>();
const BRANCHES = new WeakMap<DocumentSymbol, readonly Buffer[]>();
