/** A piece of SQL and the layer whose columns it reads: 0 is the data file. */
export interface Sql {
  readonly sql: string;
  readonly layer: number;
}

/**
 * The query as layers of named columns, each layer reading the one before. What is used more than once is given a column, so that the text
 * stays about as long as the instrument.
 */
export interface Layers {
  /** Gives a column to this piece of SQL, and the name that stands for it. Plain names and numbers stay as they are. */
  keep(hint: string, piece: Sql): Sql;
  /** Notes what SQL cannot say exactly; the query is then not given out. */
  refuse(reason: string): void;
  readonly refused: ReadonlySet<string>;
  /** `WITH` and all layers; the last one is named `answers_` with its number. */
  text(first: string): { readonly sql: string; readonly last: string };
}

export function layers(): Layers {
  const columns: string[][] = [];
  const taken = new Set<string>();
  const known = new Map<string, Sql>();
  const refused = new Set<string>();
  return {
    refused,
    refuse: (reason) => void refused.add(reason),
    keep: (hint, piece) => {
      if (/^[a-z_0-9]+$/.test(piece.sql)) return piece;
      const before = known.get(piece.sql);
      if (before !== undefined) return before;
      let name = hint;
      for (let more = 2; taken.has(name); more++) name = `${hint}_${more}`;
      taken.add(name);
      while (columns.length <= piece.layer) columns.push([]);
      columns[piece.layer]?.push(`${piece.sql} AS ${name}`);
      const kept = { sql: name, layer: piece.layer + 1 };
      known.set(piece.sql, kept);
      return kept;
    },
    text: (first) => {
      const steps = [`layer_0 AS (\n${first}\n)`];
      for (const [layer, own] of columns.entries()) {
        steps.push(`layer_${layer + 1} AS (\n  SELECT *,\n    ${own.join(",\n    ")}\n  FROM layer_${layer}\n)`);
      }
      return { sql: `WITH ${steps.join(",\n")}`, last: `layer_${columns.length}` };
    },
  };
}

/** SQL put together from pieces: it reads the latest of their layers. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Sql | string | number | bigint)[]): Sql {
  let text = strings[0] ?? "";
  let layer = 0;
  for (const [place, part] of parts.entries()) {
    if (typeof part === "object") {
      text += part.sql;
      layer = Math.max(layer, part.layer);
    } else text += String(part);
    text += strings[place + 1] ?? "";
  }
  return { sql: text, layer };
}

export function joined(pieces: readonly Sql[], between: string): Sql {
  return { sql: pieces.map((piece) => piece.sql).join(between), layer: Math.max(0, ...pieces.map(({ layer }) => layer)) };
}

/** A text in single quotes. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export const NULL_NUMBER: Sql = { sql: "CAST(NULL AS BIGINT)", layer: 0 };
export const NULL_TRUTH: Sql = { sql: "CAST(NULL AS BOOLEAN)", layer: 0 };
export const NULL_TEXT: Sql = { sql: "CAST(NULL AS VARCHAR)", layer: 0 };
