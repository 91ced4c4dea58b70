import { compare } from "../../../number/arithmetic.ts";
import type { Exact } from "../../../number/exact.ts";
import { isNumber } from "../../value.ts";
import { type Atom, joinTags, NO_TAGS, type Outcome, point, shareTag, type Tags } from "../atom.ts";
import type { Gathering, GatherState } from "../gathering.ts";
import { keyOf } from "../pointValue.ts";
import { betweenBound } from "./bounds.ts";

/** Numbers brought into order, for what depends on their places only. `read` makes a value of them; it may be handed none. */
export function sorting(key: string, size: number, needed: number, read: (sorted: readonly Exact[]) => Exact | null): Gathering {
  return {
    key: `${key}${size}/${needed}`,
    ordered: false,
    start: stateOf([], false, false, true, NO_TAGS),
    step: (state, member) => [{ state: step(state as State, member) }],
    bound: betweenBound,
    finish: (state): readonly Outcome[] => {
      const { numbers, unknown, spoilt, sure, tags } = state as State;
      if (unknown) return [{ atom: { kind: "unknown", type: "number", sure: false, tags } }, { atom: point(null, false) }];
      return [{ atom: point(spoilt || numbers.length < needed ? null : read(numbers), sure, tags) }];
    },
  };
}

interface State extends GatherState {
  readonly numbers: readonly Exact[];
  readonly unknown: boolean;
  readonly spoilt: boolean;
  readonly sure: boolean;
  readonly tags: Tags;
}

function stateOf(numbers: readonly Exact[], unknown: boolean, spoilt: boolean, sure: boolean, tags: Tags): State {
  const content = unknown ? "u" : spoilt ? "x" : numbers.map(keyOf).join();
  return { numbers, unknown, spoilt, sure, tags, key: `${content}${sure ? "" : "?"}@${tags.join()}` };
}

function step(state: State, atom: Atom): State {
  const sure = state.sure && atom.sure && !shareTag(state.tags, atom.tags);
  const tags = joinTags(state.tags, atom.tags);
  if (atom.kind !== "point" || state.unknown) return stateOf([], true, false, sure, tags);
  if (atom.value === null) return stateOf(state.numbers, false, state.spoilt, sure, tags);
  if (!isNumber(atom.value) || state.spoilt) return stateOf([], false, true, sure, tags);
  const { value } = atom;
  const place = state.numbers.findIndex((number) => compare(number, value) > 0);
  const numbers = place < 0 ? [...state.numbers, value] : state.numbers.toSpliced(place, 0, value);
  return stateOf(numbers, false, false, sure, tags);
}
