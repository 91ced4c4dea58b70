import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "..");

/** The published schemas by file name, as they are written. */
export function loadSchemas() {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".schema.json"));
  return new Map(names.sort().map((name) => [name, JSON.parse(readFileSync(join(FOLDER, name), "utf8"))]));
}

/** What a `$ref` written in the file `from` points at, with the place it was found. */
export function resolveRef(schemas, from, ref) {
  const [file, pointer = ""] = ref.split("#");
  const name = file === "" ? from : file;
  let schema = schemas.get(name);
  for (const step of pointer.split("/").slice(1)) schema = schema?.[step];
  if (schema === undefined) throw new Error(`${from}: nothing stands at ${ref}`);
  return { file: name, pointer, schema };
}

/** Every place that is marked as a part: a piece of a document that is checked on its own. */
export function findParts(schemas) {
  const parts = [];
  for (const [file, schema] of schemas) {
    if (schema["x-part"]) parts.push({ part: schema["x-part"], file, pointer: "", schema });
    for (const [name, definition] of Object.entries(schema.definitions ?? {}))
      if (definition["x-part"]) parts.push({ part: definition["x-part"], file, pointer: `/definitions/${name}`, schema: definition });
  }
  return parts;
}

/** Kinds of document: the parts that are whole schemas. */
export function findKinds(schemas) {
  return findParts(schemas)
    .filter(({ pointer }) => pointer === "")
    .map(({ part }) => part);
}
