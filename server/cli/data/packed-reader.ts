import { emptyTable } from "./cell-table.ts";
import { type CsvForm, hasQuote } from "./csv-form.ts";
import { noCells, type PackedCells, packTable } from "./packed-cells.ts";
import { readPackedRows } from "./read-packed-rows.ts";
import { readQuotedRows } from "./read-quoted-rows.ts";

/** Reads the same rows as a cell reader, packed column by column. What comes back is filled anew with the next block. */
export function packedReader(form: CsvForm, width: number): (bytes: Uint8Array) => PackedCells {
  const cells = noCells(width);
  const table = emptyTable(width);
  return (bytes) => {
    if (hasQuote(bytes)) {
      table.bytes = bytes;
      table.faults = [];
      readQuotedRows(bytes, form, table);
      packTable(table, cells);
    } else readPackedRows(bytes, form, cells);
    return cells;
  };
}
