import { type CellTable, emptyTable } from "./cell-table.ts";
import { type CsvForm, hasQuote } from "./csv-form.ts";
import { readPlainRows } from "./read-plain-rows.ts";
import { readQuotedRows } from "./read-quoted-rows.ts";

/**
 * Reads blocks of whole rows, all with as many cells as the header; a row with another number is left out and reported. An empty line is
 * no row. The table that comes back is filled anew with the next block.
 */
export function cellReader(form: CsvForm, width: number): (bytes: Uint8Array) => CellTable {
  const table = emptyTable(width);
  return (bytes) => {
    table.bytes = bytes;
    table.faults = [];
    if (hasQuote(bytes)) readQuotedRows(bytes, form, table);
    else readPlainRows(bytes, form, table);
    return table;
  };
}
