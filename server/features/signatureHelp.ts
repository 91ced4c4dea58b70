import type { Analysis } from "../analysis/analysis.ts";
import { FUNCTIONS } from "../expression/functions/index.ts";
import { formulaAt } from "./formulaAt.ts";

/** The function around the cursor: how it is called, and which argument is being written. */
export interface Signature {
  readonly label: string;
  readonly summary: string;
  readonly parameters: readonly { readonly label: string; readonly summary: string }[];
  /** Place among the parameters, from 0. */
  readonly active: number;
}

export function signatureAt(analysis: Analysis, offset: number): Signature | undefined {
  const call = formulaAt(analysis, offset)?.call;
  const called = call && FUNCTIONS.get(call.function);
  if (!called) return undefined;
  const plain = called.parameters.map(({ name, summary, many }) => ({ label: many ? `${name}, …` : name, summary }));
  const parameters = [...plain, ...called.named.map(({ name, summary }) => ({ label: `${name}=`, summary }))];
  const named = call.name === undefined ? -1 : parameters.findIndex(({ label }) => label === `${call.name}=`);
  const active = named >= 0 ? named : Math.min(call.argument, Math.max(0, plain.length - 1));
  return {
    label: `${called.name}(${parameters.map(({ label }) => label).join(", ")})`,
    summary: `${called.summary}\n\n\`${called.example}\``,
    parameters,
    active,
  };
}
