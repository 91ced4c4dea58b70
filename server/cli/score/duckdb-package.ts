import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

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
export async function installedDuckDb(cwd: string): Promise<DuckDbPackage | undefined> {
  for (const from of [join(cwd, "package.json"), import.meta.url]) {
    let found: string;
    try {
      found = createRequire(from).resolve("@duckdb/node-api");
    } catch {
      continue;
    }
    const loaded: { readonly default?: DuckDbPackage } & Partial<DuckDbPackage> = await import(pathToFileURL(found).href);
    const { DuckDBInstance = loaded.default?.DuckDBInstance } = loaded;
    if (DuckDBInstance !== undefined) return { DuckDBInstance };
  }
  return undefined;
}
