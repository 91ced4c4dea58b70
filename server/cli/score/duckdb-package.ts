import { createRequire } from "node:module";
import { join } from "node:path";

/** As much of the package `@duckdb/node-api` as is used. */
export interface DuckDbPackage {
  readonly DuckDBInstance: { create(path: string): Promise<DuckDbInstance> };
}
export interface DuckDbInstance {
  connect(): Promise<DuckDbConnection>;
  closeSync(): void;
}
export interface DuckDbConnection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRows(): readonly (readonly unknown[])[] }>;
  stream(sql: string): Promise<{ fetchChunk(): Promise<DuckDbChunk | null> }>;
  closeSync(): void;
}
export interface DuckDbChunk {
  readonly rowCount: number;
  getColumns(): readonly (readonly unknown[])[];
}

/** DuckDB is no part of the program: it is looked for where the user works, then where the program is. */
export function installedDuckDb(cwd: string): DuckDbPackage | undefined {
  for (const from of [join(cwd, "package.json"), import.meta.url]) {
    try {
      return createRequire(from)("@duckdb/node-api");
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND")) throw error;
    }
  }
  return undefined;
}
