import type { OutlineEntry } from "../features/documentSymbols.ts";
import { SymbolKind } from "./protocol.ts";

/** The nearest words that editors have for our things: they choose the icon. */
export const SYMBOL_KINDS: Record<OutlineEntry["kind"], SymbolKind> = {
  document: SymbolKind.File,
  group: SymbolKind.Namespace,
  section: SymbolKind.Class,
  item: SymbolKind.Field,
  response: SymbolKind.Enum,
  score: SymbolKind.Function,
  other: SymbolKind.Property,
};
