// What a user would write to check instruments: the yaml package, ajv with Scalewright's schema, and a few checks of names. node script.mjs FOLDER|FILE
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { isMap, isSeq, LineCounter, parseDocument } from "yaml";
import { crossChecks } from "./crossChecks.cjs";

const schemas = join(import.meta.dirname, "..", "..", "schemas");
const schema = (name) => JSON.parse(readFileSync(join(schemas, `${name}.schema.json`), "utf8"));
const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false, schemas: [schema("shared")] });
const validate = ajv.compile(schema("instrument"));

const target = process.argv[2];
const files = statSync(target).isDirectory() ? readdirSync(target).map((name) => join(target, name)) : [target];
const found = [];
for (const file of files) {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines });
  const data = document.toJS();
  const problems = validate(data) ? [] : validate.errors.map(({ instancePath, message }) => [instancePath.split("/").slice(1), message]);
  problems.push(...crossChecks(data));
  for (const error of document.errors) found.push(`${file}: ${error.message}`);
  for (const [path, message] of problems) {
    let node = document.contents;
    for (const key of path) {
      const inner = isMap(node) ? node.get(key, true) : isSeq(node) ? node.get(Number(key), true) : undefined;
      if (!inner) break;
      node = inner;
    }
    const { line, col } = lines.linePos(node?.range?.[0] ?? 0);
    found.push(`${file}:${line}:${col} ${message}`);
  }
}
process.stdout.write(`${found.join("\n")}\n${files.length} files, ${found.length} problems\n`);
