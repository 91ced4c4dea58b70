/**
 * A stretch of the text that is read on its own: one entry of a branch (a top-level key, an item, a response, a score …), or the key line
 * of a branch whose entries follow as segments of their own. Comments and blank lines belong to the segment before them.
 * A segment is a value: an edit makes a new one, and everything known about an unchanged one stays true.
 */
export interface Segment {
  /** `branch`: only the key line. `entry`: key and value. `head`: what stands before the first key. `stray`: a conflict marker. `rest`: from a second document on. */
  readonly kind: "head" | "entry" | "branch" | "stray" | "rest";
  readonly text: string;
  /** Line breaks in the text. */
  readonly breaks: number;
  /** The branch that it is an entry of. */
  readonly within: Branch;
  /** The key as its line shows it, quotes taken off; empty for what has none. */
  readonly key: string;
  /** Whether its text may hold a comment that silences a finding. */
  readonly ignores?: boolean;
  /** Whether its text may name a part of itself (`&name`) or refer to a named one (`*name`). */
  readonly names?: boolean;
}

/** A mapping that is kept as several segments: where it stands, and the column of its keys. */
export interface Branch {
  readonly parent?: Branch;
  readonly path: readonly string[];
  readonly indent: number;
}

/** Says which mappings are kept in segments: the keys from the root on. */
export type IsBranch = (path: readonly string[]) => boolean;

export const ROOT: Branch = { path: [], indent: 0 };

export function sameBranch(a: Branch | undefined, b: Branch | undefined): boolean {
  if (a === b) return true;
  if (!a || !b || a.indent !== b.indent || a.path.length !== b.path.length || a.path.at(-1) !== b.path.at(-1)) return false;
  return sameBranch(a.parent, b.parent);
}
