import { and, or, truthOf } from "../../truth.ts";
import { type Atom, joinTags, keyOfAtom, marked, type Outcome, point, shareTag } from "../atom.ts";
import type { Gathering, GatherState } from "../gathering.ts";

/** `any` (one true decides) and `all` (one false decides); with `needed`, missing conditions are left out as long as so many are there. */
export function deciding(by: boolean, size: number, needed: number | undefined): Gathering {
  const start: State = stateOf(0, point(!by));
  return {
    key: `${by ? "any" : "all"}${size}/${needed ?? ""}`,
    ordered: false,
    start,
    step: (state, member) => step(by, needed, state as State, member),
    finish: (state): readonly Outcome[] => {
      const { truth, missing } = state as State;
      return [{ atom: needed !== undefined && size - missing < needed ? marked(point(null), truth.sure, truth.tags) : truth }];
    },
  };
}

interface State extends GatherState {
  /** Conditions left out so far. */
  readonly missing: number;
  readonly truth: Atom;
}

function stateOf(missing: number, truth: Atom): State {
  return { missing, truth, key: `${missing}${keyOfAtom(truth)}` };
}

function step(by: boolean, needed: number | undefined, { missing, truth }: State, member: Atom): readonly { readonly state: State }[] {
  const members = member.kind === "unknown" ? [true, false, null].map((value) => point(value, false, member.tags)) : [member];
  return members.map((atom) => {
    const value = atom.kind === "point" ? atom.value : null;
    const sure = truth.sure && atom.sure && !shareTag(truth.tags, atom.tags);
    const tags = joinTags(truth.tags, atom.tags);
    if (value === null && needed !== undefined) return { state: stateOf(missing + 1, marked(truth, sure, tags)) };
    const before = truth.kind === "point" ? truthOf(truth.value) : null;
    const joined = by ? or(before, truthOf(value)) : and(before, truthOf(value));
    return { state: stateOf(missing, point(joined, sure, tags)) };
  });
}
