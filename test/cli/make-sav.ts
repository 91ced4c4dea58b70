/** A variable of an SPSS file: a number, or a text of up to 8 bytes; `format` is a print format code (5 plain, 20 date, 21 time). */
export interface SavVariable {
  readonly name: string;
  readonly format?: number;
  readonly text?: boolean;
}

/** An uncompressed SPSS system file, as small as the format allows (PSPP Developers Guide, System File Format). */
export function makeSav(variables: readonly SavVariable[], rows: readonly (readonly (number | string | undefined)[])[]): Buffer {
  const parts: Buffer[] = [];
  const int = (value: number): void => {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32LE(value);
    parts.push(bytes);
  };
  const double = (value: number): void => {
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleLE(value);
    parts.push(bytes);
  };
  const text = (value: string, length: number): void => void parts.push(Buffer.from(value.padEnd(length).slice(0, length)));
  text("$FL2", 4);
  text("@(#) SPSS DATA FILE", 60);
  for (const value of [2, variables.length, 0, 0, rows.length]) int(value);
  double(100);
  text("01 Jan 26", 9);
  text("12:00:00", 8);
  text("", 64);
  parts.push(Buffer.alloc(3));
  for (const { name, format = 5, text: isText = false } of variables) {
    const print = ((isText ? 1 : format) << 16) | (8 << 8);
    for (const value of [2, isText ? 8 : 0, 0, 0, print, print]) int(value);
    text(name.toUpperCase(), 8);
  }
  int(999);
  int(0);
  for (const row of rows) {
    for (const [column, value] of row.entries()) {
      if (variables[column]?.text === true) text(String(value ?? ""), 8);
      else double(typeof value === "number" ? value : -Number.MAX_VALUE);
    }
  }
  return Buffer.concat(parts);
}
