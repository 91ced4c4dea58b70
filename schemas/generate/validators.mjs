import Ajv from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";
import { findParts, resolveRef } from "./load.mjs";

/** What says nothing about validity, and is therefore left out of the generated code. */
const ANNOTATIONS = new Set([
  "title",
  "description",
  "examples",
  "default",
  "enumDescriptions",
  "x-expected",
  "x-id",
  "x-key",
  "x-part",
  "x-reference",
  "x-synonyms",
  "x-word-synonyms",
  "x-words",
]);

/** Keywords that hold schemas by name. */
const MAPS = new Set(["properties", "patternProperties", "definitions"]);

/** Keywords that hold schemas, one or several. */
const SCHEMAS = new Set(["items", "additionalProperties", "propertyNames", "anyOf", "allOf", "oneOf", "not", "if", "then", "else"]);

/** Code of one function for each part, and its declaration for TypeScript. */
export function makeValidators(schemas) {
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    validateFormats: false,
    inlineRefs: false,
    code: { source: true, esm: true, lines: true },
  });
  for (const [file, schema] of schemas) ajv.addSchema(decideUnions(schemas, file, schema));
  const parts = findParts(schemas);
  const references = Object.fromEntries(parts.map(({ part, file, pointer }) => [part, `${schemas.get(file).$id}#${pointer}`]));
  const code = standaloneCode(ajv, references);
  if (/\brequire\(|\bnew Function\b/.test(code)) throw new Error("the generated validators need ajv at run time");
  const names = parts.map(({ part }) => part);
  return { code: `${code}\nexport const VALIDATORS = { ${names.join(", ")} };\n`, declaration: declare(names) };
}

function declare(parts) {
  return `export interface RawError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly propertyName?: string;
}
export interface Validate {
  (data: unknown): boolean;
  errors?: readonly RawError[] | null;
}
export const VALIDATORS: Readonly<Record<${parts.map((part) => JSON.stringify(part)).join(" | ")}, Validate>>;
`;
}

/**
 * A union is decided by what was written: text, number, list or keys. Rewritten as conditions, it reports only the mistakes of the branch
 * that was meant. Unions of nothing but required keys are left: the reader of the errors treats them as alternatives.
 */
function decideUnions(schemas, file, schema) {
  if (Array.isArray(schema)) return schema.map((member) => decideUnions(schemas, file, member));
  if (typeof schema !== "object" || schema === null) return schema;
  const decide = (member) => decideUnions(schemas, file, member);
  const result = {};
  for (const [key, value] of Object.entries(schema)) {
    if (ANNOTATIONS.has(key)) continue;
    if (MAPS.has(key)) result[key] = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, decide(member)]));
    else result[key] = SCHEMAS.has(key) ? decide(value) : value;
  }
  if (!Array.isArray(schema.anyOf) || schema.anyOf.every(isOnlyRequired)) return result;
  const types = schema.anyOf.map((branch) => typesOf(schemas, file, branch));
  const all = types.flat();
  if (new Set(all).size !== all.length || (all.includes("integer") && all.includes("number")))
    throw new Error(`${file}: what is written does not decide between the branches of ${JSON.stringify(schema.anyOf).slice(0, 200)}`);
  const conditions = result.anyOf.map((then, index) => ({ if: { type: types[index] }, then }));
  const { anyOf: _, ...rest } = result;
  return { ...rest, type: all, allOf: [...(rest.allOf ?? []), ...conditions] };
}

const isOnlyRequired = (branch) => Object.keys(branch).every((key) => key === "required");

function typesOf(schemas, file, schema) {
  if (schema.type !== undefined) return [schema.type].flat();
  if (schema.$ref !== undefined) {
    const found = resolveRef(schemas, file, schema.$ref);
    return typesOf(schemas, found.file, found.schema);
  }
  if (schema.anyOf !== undefined) return schema.anyOf.flatMap((branch) => typesOf(schemas, file, branch));
  throw new Error(`${file}: a branch of a union has no type: ${JSON.stringify(schema).slice(0, 200)}`);
}
