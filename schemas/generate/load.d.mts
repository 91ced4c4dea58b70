type Schema = { readonly [key: string]: unknown };

export function loadSchemas(): ReadonlyMap<string, Schema>;
export function findParts(
  schemas: ReadonlyMap<string, Schema>,
): readonly { readonly part: string; readonly file: string; readonly pointer: string; readonly schema: Schema }[];
export function resolveRef(
  schemas: ReadonlyMap<string, Schema>,
  from: string,
  ref: string,
): { readonly file: string; readonly pointer: string; readonly schema: Schema };
