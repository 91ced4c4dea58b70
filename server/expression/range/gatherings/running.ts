import { exact } from "../../../number/exact.ts";
import { equalValues } from "../../operators.ts";
import { printValue } from "../../printValue.ts";
import type { Value } from "../../value.ts";
import { type Atom, joinTags, NO_TAGS, type Outcome, point, shareTag, type Tags } from "../atom.ts";
import type { Gathering, GatherState } from "../gathering.ts";
import { keyOf } from "../pointValue.ts";

/** The longest run of equal values one after the other. */
export function longestRunning(size: number, needed: number): Gathering {
  return {
    key: `run${size}/${needed}`,
    ordered: true,
    start: runOf({ before: null, run: 0, most: 0, there: 0, unknown: false, sure: true, tags: NO_TAGS }),
    step: (state, member) => [{ state: nextRun(state as Run, member) }],
    finish: (state): readonly Outcome[] => {
      const { there, most, unknown, sure, tags } = state as Run;
      if (there < needed || there === 0) return [{ atom: point(null, sure, tags) }];
      if (!unknown) return [{ atom: point(exact(most), sure, tags) }];
      return Array.from({ length: there }, (_, place) => ({ atom: point(exact(place + 1), false) }));
    },
  };
}

interface Run extends GatherState {
  readonly before: Value;
  readonly run: number;
  readonly most: number;
  readonly there: number;
  /** A member is a stretch or unknown: nothing can be said of runs. */
  readonly unknown: boolean;
  readonly sure: boolean;
  readonly tags: Tags;
}

function runOf(run: Omit<Run, "key">): Run {
  const content = run.unknown ? `u${run.there}` : `${keyOf(run.before)} ${run.run} ${run.most} ${run.there}`;
  return { ...run, key: `${content}${run.sure ? "" : "?"}@${run.tags.join()}` };
}

function nextRun(state: Run, atom: Atom): Run {
  const marks = { sure: state.sure && atom.sure && !shareTag(state.tags, atom.tags), tags: joinTags(state.tags, atom.tags) };
  if (atom.kind !== "point") return runOf({ ...state, ...marks, there: state.there + 1, unknown: true });
  const run = atom.value === null ? 0 : equalValues(state.before, atom.value) === true ? state.run + 1 : 1;
  const there = state.there + (atom.value === null ? 0 : 1);
  return runOf({ ...state, ...marks, before: atom.value, run, most: Math.max(state.most, run), there });
}

/** Values written one after another. */
export const WRITING: Gathering = {
  key: "concat",
  ordered: true,
  start: textOf("", true, NO_TAGS),
  step: (before, atom) => {
    const state = before as Written;
    const sure = state.sure && atom.sure && !shareTag(state.tags, atom.tags);
    const tags = joinTags(state.tags, atom.tags);
    if (atom.kind !== "point") return [{ state: textOf(state.text === null ? null : undefined, sure, tags) }];
    const text =
      state.text === null || atom.value === null ? null : state.text === undefined ? undefined : state.text + printValue(atom.value);
    return [{ state: textOf(text, sure, tags) }];
  },
  finish: (state): readonly Outcome[] => {
    const { text, sure, tags } = state as Written;
    if (text !== undefined) return [{ atom: point(text, sure, tags) }];
    return [{ atom: { kind: "unknown", type: "text", sure: false, tags } }, { atom: point(null, false) }];
  },
};

interface Written extends GatherState {
  /** Null where a value was missing, undefined where it is not known. */
  readonly text: string | null | undefined;
  readonly sure: boolean;
  readonly tags: Tags;
}

function textOf(text: string | null | undefined, sure: boolean, tags: Tags): Written {
  return { text, sure, tags, key: `${text === undefined ? "?" : text === null ? "-" : `"${text}`}${sure ? "" : "?"}@${tags.join()}` };
}
