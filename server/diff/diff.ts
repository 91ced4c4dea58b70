import type { Analysis, DocumentKind } from "../analysis/analysis.ts";
import type { Problem } from "../problem.ts";
import { wholeText } from "../syntax/segmentedText.ts";
import { type Bump, CHANGE_CLASSES, type Change, largest } from "./change.ts";
import { type Comparability, changeIn, comparability } from "./comparability.ts";
import { itemChanges, matchedItems, type Versions } from "./items.ts";
import { namedResponseChanges, namedTableChanges } from "./libraryParts.ts";
import { bookkeepingChanges, valueChanges } from "./otherDocuments.ts";
import { formerNames, type Matched, matched } from "./renamed.ts";
import { type Beside, scoreChanges, scoreLikeness } from "./scores.ts";
import { sectionChanges } from "./sections.ts";
import { statementChanges } from "./statements.ts";

/** How two versions of a document differ, and what that means for data collected with them. */
export interface DocumentDiff {
  readonly kind: DocumentKind | undefined;
  /** By class, gravest first, then by place. */
  readonly changes: readonly Change[];
  /** Of an instrument, in file order. */
  readonly scores: readonly Comparability[];
  /** The smallest step of the version number that says enough. */
  readonly needs: Bump;
  readonly oldVersion: string | undefined;
  readonly version: string | undefined;
  /** The errors in the text of a version that keep parts of it from being compared. */
  readonly unread: { readonly old: readonly Problem[]; readonly now: readonly Problem[] };
}

/** Compares two versions by what they mean. `beside` reads the files that tables of norms stand in. */
export function diffDocuments(old: Analysis, now: Analysis, beside: Beside = {}): DocumentDiff {
  const versions = versionsOf(old, now);
  const isSame = old.kind === now.kind;
  const unread = { old: unreadIn(old), now: unreadIn(now) };
  const whole = isSame ? comparedByMeaning(old, now, versions, beside) : { changes: [otherKind(old, now)], scores: [] };
  const { changes, scores } = withoutUnread(whole, unread);
  const isAllRead = unread.old.length + unread.now.length === 0;
  const isWrittenOtherwise = changes.length === 0 && isAllRead && wholeText(old.text) !== wholeText(now.text);
  const all = isWrittenOtherwise ? [writtenOtherwise(old, now)] : changes;
  return {
    kind: now.kind,
    changes: all.toSorted((a, b) => CHANGE_CLASSES.indexOf(a.class) - CHANGE_CLASSES.indexOf(b.class) || placeOf(now, a) - placeOf(now, b)),
    scores,
    needs: largest(all.map(({ needs }) => needs)),
    oldVersion: versionIn(old),
    version: versionIn(now),
    unread,
  };
}

const UNREADABLE = new Set(["yaml-syntax", "multiple-documents"]);
const NOT_IMPORTED = new Set(["import-not-found", "import-cycle", "import-outside-workspace"]);

/** What other kinds of document refer to is compared on its own; what an instrument imports is a part of it. */
const unreadIn = ({ kind, problems }: Analysis): readonly Problem[] =>
  problems.filter(
    ({ code }) =>
      UNREADABLE.has(code) || code === "formula-syntax" || (NOT_IMPORTED.has(code) && (kind === "instrument" || kind === "library")),
  );

/** Whether more than single formulas could not be read. */
export const isTorn = (unread: readonly Problem[]): boolean => unread.some(({ code }) => code !== "formula-syntax");

/** What is missed in a version that could not be read to its end may stand there all the same. */
function withoutUnread(
  { changes, scores }: Pick<DocumentDiff, "changes" | "scores">,
  { old, now }: DocumentDiff["unread"],
): Pick<DocumentDiff, "changes" | "scores"> {
  const [isOldTorn, isNowTorn] = [isTorn(old), isTorn(now)];
  const isCome = (change: Change) => change.old === undefined && change.now !== undefined;
  const isGone = (change: Change) => change.now === undefined && change.old !== undefined;
  return {
    changes: changes.filter((change) => !(isOldTorn && isCome(change)) && !(isNowTorn && isGone(change))),
    scores: scores.filter(({ comparable }) => !(isOldTorn && comparable === "new") && !(isNowTorn && comparable === "gone")),
  };
}

function writtenOtherwise(old: Analysis, now: Analysis): Change {
  const [before, after] = [versionIn(old), versionIn(now)];
  const message =
    before === after
      ? "only comments, the order of keys or the way of writing differ"
      : `nothing but the version changed: it was ${before ?? "not given"} and is now ${after ?? "not given"}`;
  return { class: "cosmetic", needs: "none", message, concerns: [], effect: "none" };
}

function otherKind(old: Analysis, now: Analysis): Change {
  const message = `the old version is ${describe(old)} and the new one ${describe(now)}`;
  return { class: "data column", needs: "major", message, concerns: [], effect: "none" };
}

const describe = ({ kind }: Analysis): string => (kind === undefined ? "no document of ours" : `of kind "${kind}"`);

const placeOf = (now: Analysis, { now: place }: Change): number => (place ? now.locate(place).range.start : Number.MAX_SAFE_INTEGER);

/** The version as written, whatever kind of document it is. */
function versionIn({ fields }: Analysis): string | undefined {
  const value = fields.find(({ name }) => name === "version")?.value;
  return value?.kind === "scalar" && value.text !== "" ? value.text : undefined;
}

function versionsOf(old: Analysis, now: Analysis): Versions {
  const language = languageIn(now) ?? languageIn(old);
  return { old: old.instrument, now: now.instrument, language };
}

function languageIn({ fields }: Analysis): string | undefined {
  const value = fields.find(({ name }) => name === "language")?.value;
  return value?.kind === "scalar" && value.text !== "" ? value.text : undefined;
}

const NO_MATCH: Matched = { both: [], added: [], removed: [], renamed: new Map() };
const OF_INSTRUMENTS = new Set(["responses", "sections", "scores", "recodes", "tables"]);
const OF_STUDIES = new Set(["responses", "statements"]);

function comparedByMeaning(old: Analysis, now: Analysis, versions: Versions, beside: Beside): Pick<DocumentDiff, "changes" | "scores"> {
  if (now.kind === "delphi" && old.delphi && now.delphi)
    return {
      changes: [
        ...statementChanges(old.delphi, now.delphi, versions),
        ...namedResponseChanges(versions, false),
        ...bookkeepingChanges(old, now),
        ...valueChanges(old, now, OF_STUDIES),
      ],
      scores: [],
    };
  if (now.kind !== "instrument" && now.kind !== "library") return { changes: valueChanges(old, now, new Set()), scores: [] };
  const items = matchedItems(versions);
  const former = formerNames(versions.old.items, items);
  const scores = matched(versions.old.scores, versions.now.scores, (score, version) =>
    scoreLikeness(versions, score, version, former, beside),
  );
  // What refers to a renamed thing is seen to say what it said.
  const renamed = new Map([...former, ...scores.renamed]);
  const found = [
    ...valueChanges(old, now, OF_INSTRUMENTS),
    ...itemChanges(versions, items, renamed),
    ...sectionChanges(versions, items, renamed),
    ...scoreChanges(versions, scores, renamed, beside),
    ...(now.kind === "library" ? [...namedResponseChanges(versions, true), ...namedTableChanges(versions, beside)] : []),
  ];
  const verdicts = comparability(now.instrument, now.kind === "library" ? NO_MATCH : scores, found);
  return { changes: withoutEchoes(weighed(found, verdicts, now.kind === "library")), scores: verdicts };
}

/** What an item counts in a score is said of the item where the item itself changed. */
function withoutEchoes(changes: readonly Change[]): readonly Change[] {
  return changes.filter(
    ({ member }) =>
      member === undefined ||
      !changes.some(
        (other) => other.member === undefined && other.concerns.includes(member) && ["weighed", "breaks"].includes(other.effect),
      ),
  );
}

/**
 * A change that makes a score incomparable is a breaking one, whatever its class. One of the key that no score feels, because another one
 * takes it back or no score lists the item, breaks nothing; of a library nobody knows which scores there are.
 */
function weighed(changes: readonly Change[], verdicts: readonly Comparability[], isLibrary: boolean): readonly Change[] {
  const reasons = new Set(verdicts.flatMap(({ comparable, reasons: why }) => (comparable === "no" ? why.map(changeIn) : [])));
  const felt = new Set(changes.flatMap(({ member, message }) => (member !== undefined && reasons.has(message) ? [member] : [])));
  return changes.map((change) => {
    const breaks = reasons.has(change.message) || change.concerns.some((id) => felt.has(id));
    if (change.effect === "breaks" && breaks) return { ...change, needs: "major" as const };
    if (isLibrary || change.class !== "key" || change.effect !== "weighed" || breaks) return change;
    return { ...change, needs: "none" as const, message: `${change.message}, which no score feels` };
  });
}
