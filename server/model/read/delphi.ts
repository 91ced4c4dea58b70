import type { Field } from "../../syntax/outline.ts";
import { treeOf } from "../../syntax/outline.ts";
import type { Delphi, PanelGroup, Stability, Statement, StatementGroup } from "../delphi.ts";
import type { Metadata, Named, Response } from "../instrument.ts";
import { named } from "../named.ts";
import { setOrigin } from "../origins.ts";
import { readConsensus } from "./consensus.ts";
import { compareIn } from "./criterion.ts";
import { readResponseOrName } from "./item.ts";
import { choiceIn, fieldsIn, find, listIn, type Reading, truthIn, wholeIn, wordIn, wordsIn } from "./reader.ts";
import { reportRepeated } from "./reportRepeated.ts";
import { wholeOf } from "./response.ts";
import { readRound } from "./round.ts";
import { readStop } from "./stop.ts";
import { readText } from "./text.ts";

/** A Delphi study from the fields of its document. Its metadata and responses are parts of their own and are handed in. */
export function readDelphi(
  reading: Reading,
  fields: readonly Field[],
  { metadata, responses }: { readonly metadata: Metadata; readonly responses: Named<Response> },
): Delphi {
  const panel = fieldsIn(reading, find(fields, "panel")) ?? [];
  const groups = named(entriesIn(reading, find(panel, "groups")).map((field) => [field.name, readGroup(reading, field)]));
  const statementGroups: [string, StatementGroup][] = [];
  const statements: [string, Statement][] = [];
  for (const field of entriesIn(reading, find(fields, "statements"))) {
    const written = fieldsIn(reading, field) ?? [];
    statementGroups.push([field.name, readStatementGroup(reading, field, written)]);
    for (const entry of entriesIn(reading, find(written, "items")))
      statements.push([entry.name, readStatement(reading, entry, field.name)]);
  }
  const study: Delphi = {
    id: wordIn(reading, fields[0]) ?? "",
    metadata,
    anonymity: choiceIn(reading, find(fields, "anonymity"), ["full", "quasi", "none"]),
    panel: { groups, membership: choiceIn(reading, find(panel, "membership"), ["exactly_one", "primary_of_many"]) },
    responses,
    statementGroups: named(statementGroups),
    statements: named(statements),
    rounds: entriesIn(reading, find(fields, "rounds"))
      .flatMap((field) => readRound(reading, field) ?? [])
      .sort((a, b) => a.number - b.number),
    consensus: readConsensus(reading, find(fields, "consensus")),
    decideAfter: find(fields, "decide_after") && wholesIn(reading, find(fields, "decide_after")),
    stability: readStability(reading, find(fields, "stability")),
    stop: readStop(reading, find(fields, "stop")),
    undecided: choiceIn(reading, find(fields, "undecided"), ["consensus_meeting", "report", "exclude"]),
  };
  reportRepeated(reading, "statements", statements, ({ group }) => group);
  const first = fields[0];
  if (first) {
    setOrigin(study, { segment: first.segment, name: first.key, whole: wholeOf(first), fields });
    const place = find(fields, "panel") ?? first;
    setOrigin(study.panel, { segment: place.segment, name: place.key, whole: wholeOf(place), fields: panel });
  }
  return study;
}

/** Whether every piece of the text could be read as YAML: what is missing in a broken piece says nothing about the study. */
export function isReadWhole(fields: readonly Field[]): boolean {
  return fields.every((field) => treeOf(field.segment).problems.length === 0 && isReadWhole(field.fields ?? []));
}

export const entriesIn = (reading: Reading, field: Field | undefined): readonly Field[] =>
  (fieldsIn(reading, field) ?? []).filter((entry) => !entry.name.startsWith("x-"));

export const wholesIn = (reading: Reading, field: Field | undefined): readonly number[] =>
  listIn(reading, field).flatMap(({ node }) =>
    node.kind === "scalar" && typeof node.value === "number" && Number.isSafeInteger(node.value) ? [node.value] : [],
  );

function readGroup(reading: Reading, field: Field): PanelGroup {
  const fields = fieldsIn(reading, field) ?? [];
  const group: PanelGroup = {
    id: field.name,
    label: readText(reading, find(fields, "label")),
    affected: truthIn(reading, find(fields, "affected")) ?? false,
    target: wholeIn(reading, find(fields, "target")),
    minimum: wholeIn(reading, find(fields, "minimum")),
  };
  setOrigin(group, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return group;
}

function readStatementGroup(reading: Reading, field: Field, fields: readonly Field[]): StatementGroup {
  const group: StatementGroup = {
    id: field.name,
    title: readText(reading, find(fields, "title")),
    text: readText(reading, find(fields, "text")),
    response: readResponseOrName(reading, find(fields, "response")),
  };
  setOrigin(group, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return group;
}

const STATEMENT_KEYS = new Set("text introduced from replaces merged_into decided dropped wording minor".split(" "));

/** A statement from `id: text`, from its text in several languages, or from `id: {text: …}`. */
function readStatement(reading: Reading, field: Field, group: string): Statement {
  const written = fieldsIn(reading, field) ?? [];
  const short = written.length === 0 || !written.some(({ name }) => STATEMENT_KEYS.has(name));
  const fields = short ? [{ ...field, name: "text" }] : written;
  const from = fieldsIn(reading, find(fields, "from"));
  const decided = fieldsIn(reading, find(fields, "decided"));
  const dropped = fieldsIn(reading, find(fields, "dropped"));
  const after = wholeIn(reading, find(decided, "after"));
  const as = choiceIn(reading, find(decided, "as"), ["include", "exclude", "undecided"]);
  const last = wholeIn(reading, find(dropped, "after"));
  const statement: Statement = {
    id: field.name,
    group,
    text: readText(reading, find(fields, "text")),
    introduced: wholeIn(reading, find(fields, "introduced")) ?? 1,
    from: from && { round: wholeIn(reading, find(from, "round")), suggestedBy: wholeIn(reading, find(from, "suggested_by")) },
    replaces: wordsIn(reading, find(fields, "replaces")),
    mergedInto: wordIn(reading, find(fields, "merged_into")),
    decided: after !== undefined && as ? { after, as } : undefined,
    dropped: last === undefined ? undefined : { after: last, reason: wordIn(reading, find(dropped, "reason")) },
    wording: new Map(
      (fieldsIn(reading, find(fields, "wording")) ?? []).flatMap((entry) => {
        const text = readText(reading, entry);
        return text && /^\d+$/.test(entry.name) ? [[Number(entry.name), text] as const] : [];
      }),
    ),
    minor: truthIn(reading, find(fields, "minor")) ?? false,
  };
  setOrigin(statement, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return statement;
}

function readStability(reading: Reading, field: Field | undefined): Stability | undefined {
  const fields = fieldsIn(reading, field);
  const measure = choiceIn(reading, find(fields, "measure"), [
    "net_change",
    "percent_changed",
    "percent_changed_band",
    "wilcoxon",
    "mcnemar",
    "kappa",
    "chi_square",
    "cv_difference",
  ]);
  if (!field || !fields || !measure) return undefined;
  const stability: Stability = { measure, compare: compareIn(reading, fields) };
  setOrigin(stability, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return stability;
}
