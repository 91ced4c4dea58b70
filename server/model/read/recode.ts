import { parseExact } from "../../number/exact.ts";
import type { Field } from "../../syntax/outline.ts";
import type { LookupTable, Recode, RecodeMatch, RecodeRow } from "../instrument.ts";
import { setOrigin } from "../origins.ts";
import { fieldsIn, find, numberIn, type Reading, wordIn, wordsIn } from "./reader.ts";
import { wholeOf } from "./response.ts";

/** A recode from its map; `id` is undefined where it stands inline in a score or an entry. */
export function readRecode(reading: Reading, field: Field, id?: string): Recode | undefined {
  const fields = fieldsIn(reading, field);
  if (!fields) return undefined;
  const rows = fields.map((row): RecodeRow => {
    const made = { match: readMatch(row.name, row.key.kind === "scalar" && row.key.style === "plain"), to: numberIn(reading, row) };
    setOrigin(made, { segment: row.segment, name: row.key, whole: wholeOf(row), fields: [] });
    return made;
  });
  const recode: Recode = { id, rows };
  setOrigin(recode, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return recode;
}

export function readRecodeOrName(reading: Reading, field: Field | undefined): string | Recode | undefined {
  if (!field) return undefined;
  return wordIn(reading, field) ?? readRecode(reading, field);
}

const COMPARED = /^(<=|>=|<|>)\s*(.+)$/;

/** What a row's key matches: a code, `a..b` (both included), a comparison, or `else`. */
export function readMatch(key: string, plain: boolean): RecodeMatch {
  if (key === "else") return { kind: "else" };
  const compared = COMPARED.exec(key);
  const at = compared && parseExact((compared[2] ?? "").trim());
  if (compared && at) {
    const operator = compared[1] ?? "";
    const open = !operator.endsWith("=");
    return operator.startsWith("<")
      ? { kind: "interval", lowOpen: false, high: at, highOpen: open }
      : { kind: "interval", low: at, lowOpen: open, highOpen: false };
  }
  const [from, to, ...more] = key.split("..").map((end) => parseExact(end.trim()));
  if (from && to && more.length === 0) return { kind: "interval", low: from, lowOpen: false, high: to, highOpen: false };
  return { kind: "code", code: key, number: plain ? parseExact(key) : undefined };
}

const TABLE_KEYS = new Set(["by", "value", "file", "source"]);

/** A lookup table: raw value (or `a..b`) -> scaled value, or a table of norms in a file. */
export function readTable(reading: Reading, field: Field): LookupTable {
  const fields = fieldsIn(reading, field) ?? [];
  const rows = fields.flatMap((row) => {
    const value = numberIn(reading, row);
    const match = readMatch(row.name, true);
    if (!value || TABLE_KEYS.has(row.name)) return [];
    const [from, to] = match.kind === "interval" ? [match.low, match.high] : match.kind === "code" ? [match.number, match.number] : [];
    if (!from || !to) return [];
    const made = { from, to, value };
    setOrigin(made, { segment: row.segment, name: row.key, whole: wholeOf(row), fields: [] });
    return [made];
  });
  const table: LookupTable = {
    id: field.name,
    rows,
    by: wordsIn(reading, find(fields, "by")),
    value: wordIn(reading, find(fields, "value")),
    file: wordIn(reading, find(fields, "file")),
    source: wordIn(reading, find(fields, "source")),
  };
  setOrigin(table, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return table;
}
