import Ajv, { type ValidateFunction } from "ajv";
import { loadSchemas } from "../../schemas/generate/load.mjs";

export type Schema = { readonly [key: string]: unknown };

/** The published schemas by file name, as other tools read them. */
export const PUBLISHED: ReadonlyMap<string, Schema> = loadSchemas();

// What is no number of JSON is no number here either.
const ajv = new Ajv({ strict: false, strictNumbers: true, validateFormats: false });
for (const schema of PUBLISHED.values()) ajv.addSchema(schema);

/** A validator of the published schema at a place, as any other tool would make it. */
export function publishedValidator(file: string, pointer: string): ValidateFunction {
  const validate = ajv.getSchema(`${String(PUBLISHED.get(file)?.$id)}#${pointer}`);
  if (!validate) throw new Error(`nothing stands at ${file}#${pointer}`);
  return validate;
}

export const isValidSchema = (schema: Schema): boolean => ajv.validateSchema(schema) === true;
