import { rule } from "./rule.ts";

export default rule({
  code: "parameter-table-unnamed",
  severity: "error",
  summary: "A table of norms does not say which of its columns is looked up.",
  looksAt: "table",
  *check({ value: table }, { at }) {
    if (table.value !== undefined || (table.file === undefined && table.by.length === 0)) return;
    const where = table.file === undefined ? "the table" : `"${table.file}"`;
    yield { at: at.name(table), message: `"${table.id}" does not say which column of ${where} is looked up: add "value" with its name` };
  },
});
