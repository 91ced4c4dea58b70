import { type Atom, joinTags, keyOfAtom, marked, NO_TAGS, narrowed, type Outcome, point, shareTag, type Tags } from "../atom.ts";
import type { Gathering, GatherState } from "../gathering.ts";

/**
 * Conditions and values in turn, as in `if` and `cases`: the first condition that is true chooses the value after it, one that is missing ends the
 * search. A single member at the end is for where none is true; without one that is missing. Only what is chosen is read.
 */
export const CHOOSING: Gathering = {
  key: "choose",
  ordered: true,
  start: stateOf("search", true, NO_TAGS),
  step: (state, member, place) => step(state as State, member, place),
  finish: (state): readonly Outcome[] => {
    const { phase, sure, tags, value } = state as State;
    // The last member is a value where it is alone; then the search has taken it for a condition.
    if (phase === "done" && value !== undefined) return [{ atom: value }];
    return [{ atom: point(null, sure, tags) }];
  },
};

/** As CHOOSING, where the number of members is odd: the last one is the value for all others. */
export function choosing(size: number): Gathering {
  if (size % 2 === 0) return CHOOSING;
  return {
    ...CHOOSING,
    key: "choose+",
    step: (state, member, place) => (place === size - 1 ? last(state as State, member) : step(state as State, member, place)),
  };
}

/** The first value that is not missing. */
export const COALESCING: Gathering = {
  key: "coalesce",
  ordered: true,
  start: stateOf("search", true, NO_TAGS),
  step: (before, member) => {
    const state = before as State;
    if (state.phase === "done") return [{ state }];
    const members = member.kind === "unknown" ? [member, point(null, false, member.tags)] : [member];
    return members.map((atom) => ({
      state: atom.kind === "point" && atom.value === null ? withAtom(state, "search", atom) : chosen(state, atom),
    }));
  },
  finish: CHOOSING.finish,
};

type Phase = "search" | "take" | "skip" | "done";

interface State extends GatherState {
  readonly phase: Phase;
  /** Certainty and tags of the conditions so far. */
  readonly sure: boolean;
  readonly tags: Tags;
  readonly value?: Atom;
}

function stateOf(phase: Phase, sure: boolean, tags: Tags, value?: Atom): State {
  const stretched = value !== undefined && value.kind !== "point";
  return {
    phase,
    sure,
    tags,
    value,
    stretched,
    key: `${phase}${sure ? "" : "?"}@${tags.join()} ${value === undefined ? "" : keyOfAtom(value)}`,
  };
}

function step(state: State, member: Atom, place: number): readonly { readonly state: State }[] {
  if (state.phase === "done") return [{ state }];
  if (place % 2 === 1) return [{ state: state.phase === "take" ? chosen(state, member) : stateOf("search", state.sure, state.tags) }];
  const conditions = member.kind === "unknown" ? [true, false, null].map((value) => point(value, false, member.tags)) : [member];
  return conditions.map((condition) => {
    const value = condition.kind === "point" ? condition.value : null;
    if (value === true || value === false) return { state: withAtom(state, value ? "take" : "skip", condition) };
    return { state: chosen(state, point(null, condition.sure, condition.tags)) };
  });
}

function last(state: State, member: Atom): readonly { readonly state: State }[] {
  return [{ state: state.phase === "done" ? state : chosen(state, member) }];
}

function withAtom(state: State, phase: Phase, atom: Atom): State {
  return stateOf(phase, state.sure && atom.sure && !shareTag(state.tags, atom.tags), joinTags(state.tags, atom.tags));
}

/** The value, with what the conditions before it leave of its certainty. A stretch that depends on what chose it may be cut short by that. */
function chosen(state: State, value: Atom): State {
  const tied = shareTag(state.tags, value.tags);
  const tags = joinTags(state.tags, value.tags);
  const kept =
    tied && value.kind === "stretch"
      ? { ...value, low: { ...value.low, sure: false }, high: { ...value.high, sure: false }, dense: false, step: undefined, at: undefined }
      : value;
  return stateOf("done", true, NO_TAGS, narrowed(marked(kept, state.sure && value.sure && !tied, tags), state.tags));
}
