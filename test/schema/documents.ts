import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { KINDS, type Kind } from "../../server/generated/keys.ts";

const ROOT = join(import.meta.dirname, "../..");

/** A document as plain data, with its kind. */
export interface Sample {
  readonly name: string;
  readonly kind: Kind;
  readonly data: Record<string, unknown>;
}

/** The blocks of the description of the format (fragments of an instrument get a first key), and all samples. */
export function documents(): readonly Sample[] {
  return [...read("test/schema/blocks"), ...read("samples")];
}

function read(folder: string): Sample[] {
  const names = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith(".yaml"));
  return names.flatMap((name) => {
    const data: unknown = parse(readFileSync(join(ROOT, folder, name), "utf8"));
    if (typeof data !== "object" || data === null) return [];
    const kind = KINDS.find((word) => word === Object.keys(data)[0]);
    const whole = kind === undefined ? { instrument: "fragment", ...data } : { ...data };
    return [{ name: `${folder}/${name}`, kind: kind ?? "instrument", data: whole }];
  });
}
