import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeKeyTable, printKeyTable } from "./keys.mjs";
import { loadSchemas } from "./load.mjs";
import { makePages, printPages } from "./pages.mjs";
import { makeStylesheet, printStylesheet } from "./stylesheet.mjs";
import { makeValidators } from "./validators.mjs";

const TARGET = join(import.meta.dirname, "../../server/generated");

/** Writes all that is made from the schemas, the rules' pages and the stylesheet. What has not changed is left alone, so that watchers stay quiet. */
export function generate() {
  const schemas = loadSchemas();
  const { code, declaration } = makeValidators(schemas);
  const changed = [
    write("validators.js", code),
    write("validators.d.ts", declaration),
    write("keys.ts", printKeyTable(makeKeyTable(schemas))),
    write("pages.ts", printPages(makePages())),
    write("stylesheet.ts", printStylesheet(makeStylesheet())),
  ];
  return changed.filter((name) => name !== undefined);
}

/** A reader sees the old file or the new one, never half of it. */
function write(name, text) {
  const path = join(TARGET, name);
  if (existsSync(path) && readFileSync(path, "utf8") === text) return undefined;
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.tmp`;
  writeFileSync(beside, text);
  renameSync(beside, path);
  return name;
}

if (process.argv[1] === import.meta.filename) {
  const changed = generate();
  console.log(changed.length === 0 ? "generated files are up to date" : `generated ${changed.join(", ")}`);
}
