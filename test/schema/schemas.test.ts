import assert from "node:assert/strict";
import { resolveRef } from "../../schemas/generate/load.mjs";
import { isValidSchema, PUBLISHED, publishedValidator, type Schema } from "./published.ts";

describe("published schemas", () => {
  it("are all there", () => {
    const kinds = ["config", "delphi", "guide", "instrument", "library", "shared", "study", "translation"];
    assert.deepEqual(
      [...PUBLISHED.keys()],
      kinds.map((kind) => `${kind}.schema.json`),
    );
  });

  for (const [file, schema] of PUBLISHED) {
    it(`${file} is a JSON Schema of draft 7 with an address of its own`, () => {
      assert.ok(isValidSchema(schema));
      assert.equal(schema.$schema, "http://json-schema.org/draft-07/schema#");
      assert.ok(String(schema.$id).endsWith(`/schemas/${file}`));
    });

    it(`${file} gives every key a title, a description and an example`, () => {
      const properties = propertiesOf(schema);
      assert.ok(properties.length > 5 || file === "config.schema.json");
      const lacking = properties.flatMap(({ pointer, schema: property }) => {
        const has = (word: string) => chain(file, property).some((one) => one[word] !== undefined);
        const shown = ["examples", "default"].some(has);
        return has("title") && has("description") && shown ? [] : [pointer];
      });
      assert.deepEqual(lacking, []);
    });

    it(`${file} has examples that are right, and a description for each word of a list`, () => {
      for (const { pointer, schema: place } of placesOf(schema)) {
        const { examples, enum: words, enumDescriptions } = place;
        if (Array.isArray(words)) assert.equal(Array.isArray(enumDescriptions) ? enumDescriptions.length : 0, words.length, pointer);
        const given = [...(Array.isArray(examples) ? examples : []), ...(place.default === undefined ? [] : [place.default])];
        const validate = given.length > 0 ? publishedValidator(file, pointer) : undefined;
        for (const example of given) assert.ok(validate?.(example), `${pointer}: ${JSON.stringify(example)}`);
      }
    });
  }
});

interface Place {
  readonly pointer: string;
  readonly schema: Schema;
}

const MAPS = ["properties", "definitions"];
const LISTS = ["anyOf", "oneOf", "allOf"];
const SINGLE = ["items", "additionalProperties", "propertyNames", "if", "then", "else", "not"];

/** Every schema inside a schema, with its address. What stands under `if` and `propertyNames` only chooses, and says nothing to a reader. */
function placesOf(schema: unknown, pointer = ""): Place[] {
  if (!isSchema(schema)) return [];
  const inside = (key: string): Place[] => {
    const value = schema[key];
    if (MAPS.includes(key) && isSchema(value))
      return Object.entries(value).flatMap(([name, one]) => placesOf(one, `${pointer}/${key}/${name}`));
    if (LISTS.includes(key) && Array.isArray(value)) return value.flatMap((one, index) => placesOf(one, `${pointer}/${key}/${index}`));
    return SINGLE.includes(key) && key !== "if" && key !== "propertyNames" ? placesOf(value, `${pointer}/${key}`) : [];
  };
  return [{ pointer, schema }, ...Object.keys(schema).flatMap(inside)];
}

/** The keys that people write: under `properties`, and the entries and list members that have a form of their own. */
const propertiesOf = (schema: Schema): Place[] =>
  placesOf(schema).filter(({ pointer }) => /\/(properties\/[^/]+|additionalProperties|items)$/.test(pointer));

/** A schema and what it refers to. */
function chain(file: string, schema: Schema): Schema[] {
  if (typeof schema.$ref !== "string") return [schema];
  const found = resolveRef(PUBLISHED, file, schema.$ref);
  return [schema, ...chain(found.file, found.schema)];
}

const isSchema = (value: unknown): value is Schema => typeof value === "object" && value !== null && !Array.isArray(value);
