import { divide, multiply, subtract } from "../../../number/arithmetic.ts";
import { type Exact, exact, ZERO } from "../../../number/exact.ts";
import { squareRoot } from "../../../number/root.ts";
import { isNumber } from "../../value.ts";
import { type Atom, joinTags, marked, NO_TAGS, type Outcome, point, shareTag, type Tags } from "../atom.ts";
import type { Gathering, GatherState } from "../gathering.ts";
import { spreadBound } from "./bounds.ts";

/** The standard deviation: count, sum and sum of squares say all that it needs. Of stretches only that it is no number below 0. */
export function spreading(size: number, needed: number): Gathering {
  return {
    key: `sd${size}/${needed}`,
    ordered: false,
    start: stateOf({ there: 0, sum: ZERO, squares: ZERO, unknown: false, spoilt: false, sure: true, tags: NO_TAGS }),
    step: (state, member) => [{ state: step(state as State, member) }],
    finish: (state) => finish(state as State, needed),
    bound: spreadBound,
  };
}

interface State extends GatherState {
  readonly there: number;
  readonly sum: Exact;
  readonly squares: Exact;
  /** A member is a stretch. */
  readonly unknown: boolean;
  /** A member is no number. */
  readonly spoilt: boolean;
  readonly sure: boolean;
  readonly tags: Tags;
}

function stateOf(state: Omit<State, "key">): State {
  const { there, sum, squares, unknown, spoilt, sure, tags } = state;
  const content = spoilt ? "x" : unknown ? `u${there}` : `${there} ${sum.toFraction()} ${squares.toFraction()}`;
  return { ...state, key: `${content}${sure ? "" : "?"}@${tags.join()}` };
}

function step(state: State, atom: Atom): State {
  const marks = { sure: state.sure && atom.sure && !shareTag(state.tags, atom.tags), tags: joinTags(state.tags, atom.tags) };
  if (atom.kind !== "point") return stateOf({ ...state, ...marks, there: state.there + 1, unknown: true, sum: ZERO, squares: ZERO });
  if (atom.value === null) return stateOf({ ...state, ...marks });
  if (!isNumber(atom.value)) return stateOf({ ...state, ...marks, spoilt: true });
  const [sum, squares] = state.unknown ? [ZERO, ZERO] : [state.sum.add(atom.value), state.squares.add(multiply(atom.value, atom.value))];
  return stateOf({ ...state, ...marks, there: state.there + 1, sum, squares });
}

function finish({ there, sum, squares, unknown, spoilt, sure, tags }: State, needed: number): readonly Outcome[] {
  if (spoilt || there < needed || there < 2) return [{ atom: point(null, sure, tags) }];
  if (unknown) {
    const low = { value: ZERO, open: false, sure: false };
    return [
      { atom: { kind: "stretch", measure: "number", low, high: { open: true, sure: false }, dense: false, sure: false, tags } },
      { atom: point(null, false) },
    ];
  }
  const around = subtract(squares, multiply(multiply(sum, sum), exact(1, there)));
  const variance = divide(around, exact(there - 1));
  return [{ atom: marked(point((variance && squareRoot(variance)?.value) ?? null), sure, tags) }];
}
