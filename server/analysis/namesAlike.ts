import type { Part } from "../model/parts.ts";
import { referencesOf } from "../model/references.ts";

/** Whether two versions of a part name the same things in the same order: who asks for the users of a thing asks for no more of them. */
export function namesAlike(one: Part, other: Part): boolean {
  const [some, others] = [referencesOf(one), referencesOf(other)];
  return (
    some.length === others.length &&
    some.every(({ target, id, last }, i) => target === others[i]?.target && id === others[i]?.id && last === others[i]?.last)
  );
}
