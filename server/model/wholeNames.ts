import type { Expression } from "../expression/expression.ts";
import { eachNode } from "../expression/walk.ts";
import { type Place, placeIn } from "../syntax/place.ts";
import type { Criterion, Delphi } from "./delphi.ts";
import type { Guide } from "./guide.ts";
import type { Response } from "./instrument.ts";
import { fieldOf, origins } from "./origins.ts";
import type { PartOf } from "./parts.ts";
import type { Study } from "./study.ts";

/** What a name of a Delphi study, a guide or a study stands for. */
export type NameSpace =
  | "response"
  | "band"
  | "statement"
  | "group"
  | "statement group"
  | "audience"
  | "site"
  | "topic"
  | "question"
  | "prompt"
  | "document"
  | "phase"
  | "sample"
  | "wave"
  | "linkage"
  | "consent"
  | "section"
  | "item"
  | "score"
  | "item or score";

/** A place that defines a name, or one that uses it. */
export interface NamedPlace {
  readonly space: NameSpace;
  readonly id: string;
  readonly at: Place;
  /** The document that defines what is used, where it is another. */
  readonly path?: string;
  /** What was read there, of a definition. */
  readonly value?: object;
}

type Whole = PartOf<"delphi" | "guide" | "study">;

/** Everything that a document of these kinds gives a name to, in file order within each kind of thing. */
export function definitionsIn(part: Whole): readonly NamedPlace[] {
  switch (part.kind) {
    case "delphi":
      return [
        ...own("group", part.value.panel.groups.values()),
        ...own("response", part.value.responses.values()),
        ...part.value.responses.values().flatMap(bandsOf),
        ...own("statement group", part.value.statementGroups.values()),
        ...own("statement", part.value.statements.values()),
      ];
    case "guide":
      return [
        ...own("site", part.value.sites.values()),
        ...own("audience", part.value.audiences.values()),
        ...own("prompt", part.value.photos?.prompts.values() ?? []),
        ...own("topic", part.value.topics.values()),
        ...own("question", part.value.questions.values()),
      ];
    case "study":
      return [
        ...own("document", part.value.documents.values()),
        ...own("phase", part.value.phases.values()),
        ...own("sample", part.value.sampling.values()),
        ...own("wave", part.value.waves?.at.values() ?? []),
        ...own("linkage", part.value.linkage.values()),
        ...own("consent", part.value.consents.values()),
      ];
  }
}

const own = (space: NameSpace, values: readonly { readonly id?: string }[]): readonly NamedPlace[] =>
  values.flatMap((value) => (value.id === undefined ? [] : [{ space, id: value.id, at: origins.name(value), value }]));

/** The bands of a response, whose names rules of consensus use. */
function bandsOf(response: Response): readonly NamedPlace[] {
  const field = fieldOf(response, "bands");
  if (field?.value.kind !== "mapping") return [];
  const { segment } = field;
  return field.value.pairs.map(({ key }) => ({
    space: "band",
    id: key.kind === "scalar" ? key.text : "",
    at: placeIn(segment, key),
    value: response,
  }));
}

/** Every place of such a document that names something. */
export function usesIn(part: Whole): readonly NamedPlace[] {
  switch (part.kind) {
    case "delphi":
      return delphiUses(part.value);
    case "guide":
      return guideUses(part.value);
    case "study":
      return studyUses(part.value);
  }
}

function delphiUses(study: Delphi): readonly NamedPlace[] {
  const found: NamedPlace[] = [];
  const response = (owner: { readonly response?: string | Response }) => {
    if (typeof owner.response === "string") found.push({ space: "response", id: owner.response, at: origins.value(owner, "response") });
  };
  const criterion = (one: Criterion | undefined): void => {
    if (!one) return;
    if (one.kind === "all" || one.kind === "any") for (const inner of one.criteria) criterion(inner);
    else if (one.kind === "not") criterion(one.criterion);
    else if ("of" in one && typeof one.of === "object" && "band" in one.of && origins.has(one))
      found.push({ space: "band", id: one.of.band, at: origins.value(one, "of") });
  };
  for (const group of study.statementGroups.values()) response(group);
  for (const round of study.rounds) response(round);
  for (const consensus of [study.consensus, ...study.rounds.map((round) => round.consensus)]) {
    criterion(consensus?.include);
    criterion(consensus?.exclude);
  }
  for (const statement of study.statements.values()) {
    for (const [i, id] of statement.replaces.entries()) found.push({ space: "statement", id, at: origins.value(statement, "replaces", i) });
    if (statement.mergedInto !== undefined)
      found.push({ space: "statement", id: statement.mergedInto, at: origins.value(statement, "mergedInto") });
  }
  return found;
}

function guideUses(guide: Guide): readonly NamedPlace[] {
  const found: NamedPlace[] = [];
  const audiences = (owner: { readonly audiences?: readonly string[] }) => {
    for (const [i, id] of owner.audiences?.entries() ?? []) found.push({ space: "audience", id, at: origins.value(owner, "audiences", i) });
  };
  const covers = (owner: { readonly covers: readonly string[] }) => {
    for (const [i, id] of owner.covers.entries())
      found.push({ space: "item or score", id, at: origins.value(owner, "covers", i), path: guide.about?.path ?? "" });
  };
  for (const audience of guide.audiences.values())
    for (const [i, id] of audience.leads.entries()) found.push({ space: "audience", id, at: origins.value(audience, "leads", i) });
  for (const prompt of guide.photos?.prompts.values() ?? []) covers(prompt);
  for (const topic of guide.topics.values()) audiences(topic);
  for (const question of guide.questions.values()) {
    audiences(question);
    covers(question);
  }
  return found;
}

function studyUses(study: Study): readonly NamedPlace[] {
  const found: NamedPlace[] = [];
  const add = (space: NameSpace, id: string | undefined, at: Place, path?: string) => {
    if (id !== undefined) found.push({ space, id, at, ...(path === undefined ? {} : { path }) });
  };
  const pathOf = (document: string | undefined) => (document === undefined ? undefined : study.documents.get(document)?.path) ?? "";
  for (const phase of study.phases.values()) {
    add("document", phase.document, origins.value(phase, "document"));
    add("phase", phase.after, origins.value(phase, "after"));
  }
  for (const sample of study.sampling.values()) {
    const path = pathOf(sample.from === undefined ? undefined : study.phases.get(sample.from)?.document);
    add("phase", sample.from, origins.value(sample, "from"));
    add("phase", sample.to, origins.value(sample, "to"));
    add("consent", sample.consent, origins.value(sample, "consent"));
    for (const { id, at } of namesOf(sample.eligible)) add("item or score", id, at, path);
    for (const one of sample.varyBy) add(one.kind, one.name, origins.value(one, "name"), path);
  }
  const { waves } = study;
  if (waves) {
    add("item", waves.anchor, origins.value(waves, "anchor"), pathOf(waves.document));
    add("document", waves.document, origins.value(waves, "document"));
    for (const wave of waves.at.values()) {
      add("document", wave.document, origins.value(wave, "document"));
      for (const [i, id] of wave.sections?.entries() ?? [])
        add("section", id, origins.value(wave, "sections", i), pathOf(wave.document ?? waves.document));
    }
  }
  for (const link of study.linkage.values()) {
    add("consent", link.consent, origins.value(link, "consent"));
    // Keys, and what is removed or coarsened, may be columns of the other data.
    for (const [i, id] of link.key.entries()) addColumn(id, origins.value(link, "key", i));
    for (const [i, id] of link.remove.entries()) addColumn(id, origins.value(link, "remove", i));
  }
  return found;

  function addColumn(id: string, at: Place): void {
    const home = study.documents.values().find(({ document }) => document?.instrument.items.has(id));
    if (home) add("item", id, at, home.path);
  }
}

/** The names of a formula with their places. */
export function namesOf(tree: Expression | undefined): readonly { readonly id: string; readonly at: Place }[] {
  const found: { id: string; at: Place }[] = [];
  if (tree)
    eachNode(tree, (node) => {
      if (node.kind !== "name") return;
      const place = origins.node(node);
      if (place) found.push({ id: node.id, at: placeIn(place.segment, node.head) });
    });
  return found;
}
