import type { Criterion, Measured } from "../model/delphi.ts";

/** Whether a criterion holds, given what each measured criterion in it says; undefined where that depends on what is not known. */
export function holds(criterion: Criterion, verdict: (measured: Measured) => boolean | undefined): boolean | undefined {
  if (criterion.kind === "not") {
    const inner = holds(criterion.criterion, verdict);
    return inner === undefined ? undefined : !inner;
  }
  if (!("criteria" in criterion)) return verdict(criterion);
  return joined(
    criterion.criteria.map((one) => holds(one, verdict)),
    criterion.kind,
  );
}

/** `all`: false where one is false; `any`: true where one is true; else unknown where one is unknown. */
export function joined(parts: readonly (boolean | undefined)[], kind: "all" | "any"): boolean | undefined {
  const deciding = kind === "any";
  if (parts.includes(deciding)) return deciding;
  return parts.includes(undefined) ? undefined : !deciding;
}
