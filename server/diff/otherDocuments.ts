import type { Analysis, DocumentKind } from "../analysis/analysis.ts";
import type { Field } from "../syntax/outline.ts";
import type { Change, ChangeClass } from "./change.ts";
import { type Leaf, leavesOf } from "./leaves.ts";
import { plain, shown } from "./texts.ts";

/**
 * How parts of a document differ that no model describes, value by value: the metadata of every kind of document, and the whole of guides,
 * studies and translations. `leaveOut`: keys that are compared elsewhere.
 */
export function valueChanges(old: Analysis, now: Analysis, leaveOut: ReadonlySet<string>): Change[] {
  return changesAmong(
    old,
    now,
    ({ name }) => !leaveOut.has(name) && name !== "version",
    () => true,
  );
}

/** What is written down of a statement beside its text: where it comes from and what became of it. */
export function bookkeepingChanges(old: Analysis, now: Analysis): Change[] {
  return changesAmong(
    old,
    now,
    ({ name }) => name === "statements",
    ({ path }) => path.some((key) => BOOKKEEPING.has(key)),
  );
}

function changesAmong(old: Analysis, now: Analysis, kept: (field: Field) => boolean, isMeant: (leaf: Leaf) => boolean): Change[] {
  const before = byPath(leavesOf(old.fields.filter(kept), old.anchor).filter(isMeant));
  const after = byPath(leavesOf(now.fields.filter(kept), now.anchor).filter(isMeant));
  const changes: Change[] = [];
  for (const [path, leaf] of after) {
    const former = before.get(path);
    if (former && plain(former.text) === plain(leaf.text)) continue;
    changes.push(changeOf(now.kind, path, leaf.path, former, leaf));
  }
  for (const [path, leaf] of before) if (!after.has(path)) changes.push(changeOf(now.kind, path, leaf.path, leaf, undefined));
  return changes;
}

const byPath = (leaves: readonly Leaf[]): ReadonlyMap<string, Leaf> => new Map(leaves.map((leaf) => [leaf.path.join("."), leaf]));

function changeOf(
  kind: DocumentKind | undefined,
  path: string,
  keys: readonly string[],
  old: Leaf | undefined,
  now: Leaf | undefined,
): Change {
  const found = classOf(kind, keys);
  const isSame = found === "cosmetic";
  const message =
    old === undefined
      ? `"${path}" was added: ${shown(now?.text)}`
      : now === undefined
        ? `"${path}" was removed; it was ${shown(old.text)}`
        : `"${path}" was ${shown(old.text)} and is now ${shown(now.text)}`;
  return {
    class: found,
    needs: isSame ? "none" : NEEDS[found],
    message,
    ...(old ? { old: old.at } : {}),
    ...(now ? { now: now.at } : {}),
    concerns: [],
    effect: "none",
  };
}

const NEEDS: Record<ChangeClass, Change["needs"]> = {
  cosmetic: "none",
  wording: "patch",
  translation: "patch",
  option: "minor",
  code: "major",
  key: "major",
  routing: "minor",
  scoring: "major",
  "data column": "major",
};

/** What nobody who answers or scores ever meets. */
const COSMETIC = new Set(
  "format authors source licence based_on changes planned tests effects use note of status lexicon severities overrides extends targets description".split(
    " ",
  ),
);
const TEXTS = new Set(
  "title text help label say description prompts probes distress aim alternative questions anonymous reason".split(" "),
);
/** What a key at the top of a document decides. */
const TOP: Partial<Record<DocumentKind, Readonly<Record<string, ChangeClass>>>> = {
  delphi: {
    consensus: "scoring",
    decide_after: "scoring",
    stability: "scoring",
    stop: "scoring",
    undecided: "scoring",
    rounds: "routing",
    panel: "routing",
    anonymity: "wording",
  },
  study: { linkage: "data column", waves: "routing", sampling: "routing", consents: "wording" },
};
const BOOKKEEPING = new Set("declared decided introduced from wording minor dropped merged_into replaces opens closes".split(" "));

function classOf(kind: DocumentKind | undefined, keys: readonly string[]): ChangeClass {
  const [top = ""] = keys;
  if (top.startsWith("x-") || top === kind || kind === "config" || kind === undefined) return "cosmetic";
  if (top === "language" || top === "languages") return "translation";
  if (COSMETIC.has(top)) return "cosmetic";
  if (kind === "translation") return keys.at(-1) === "status" ? "cosmetic" : "translation";
  if (kind === "delphi" && keys.slice(1).some((key) => BOOKKEEPING.has(key))) return "cosmetic";
  if (keys.some((key) => TEXTS.has(key))) return "wording";
  return TOP[kind]?.[top] ?? (kind === "guide" || kind === "study" ? "routing" : "cosmetic");
}
