import { askedIn } from "../delphi/nextRound.ts";
import { type Delphi, type Round, ratingResponse } from "../model/delphi.ts";
import type { Instrument, Item, Section } from "../model/instrument.ts";
import { named } from "../model/named.ts";
import { contextOf } from "../preview/context.ts";
import { statementItem } from "../preview/delphi/statementItem.ts";
import type { Block } from "./block.ts";
import { questionnaire } from "./questionnaire.ts";
import { say, words } from "./words.ts";

/** One round of a Delphi study as a form for paper: the statements that it asks, what they are rated on, and room for suggestions. */
export function panellistForm(study: Delphi, round: Round, language: string | undefined, codes: boolean): readonly Block[] {
  const instrument = asInstrument(study, round);
  const view = { instrument, language };
  const [title, ...statements] = questionnaire(view, codes);
  const context = contextOf(view);
  return [
    ...(title === undefined ? [] : [title]),
    { kind: "paragraph", content: [say(`Round ${round.number} of ${study.rounds.length}`, "strong"), say(closing(round))] },
    ...(round.aim === undefined ? [] : [{ kind: "paragraph", content: words(context, round.aim) } as const]),
    { kind: "paragraph", role: "note", content: [say(ANONYMITY[study.anonymity ?? "none"])] },
    { kind: "writing", lines: 1, short: true, before: [say("Panellist:")] },
    ...(instrument.items.size === 0 ? [] : statements),
    ...suggestions(round),
  ];
}

const ANONYMITY = {
  full: "Nobody can tell which answers are yours.",
  quasi: "Those who run the study know which answers are yours; the other panellists do not.",
  none: "Your answers are given together with your name.",
} as const;

function closing({ closes }: Round): string {
  return closes === undefined ? "" : `. Please return this form by ${closes}.`;
}

/** The statements of a round as items, in the sections of their groups. */
function asInstrument(study: Delphi, round: Round): Instrument {
  const asked = round.mode === "open" ? [] : askedIn(study, round.number);
  const groups = study.statementGroups.values().filter(({ id }) => asked.some(({ group }) => group === id));
  const items = asked.map((statement): Item => ({ ...statementItem(statement), response: ratingResponse(study, statement, round) }));
  return {
    id: study.id,
    metadata: study.metadata,
    responses: study.responses,
    sections: named(groups.map(({ id, title, text }): [string, Section] => [id, { id, title, text, layout: "list", randomise: false }])),
    items: named(items.map((item) => [item.id, item] as const)),
    scores: named([]),
    recodes: named([]),
    tables: named([]),
    effects: named([]),
    tests: named([]),
  };
}

function suggestions({ mode, suggest }: Round): readonly Block[] {
  if (suggest === undefined && mode !== "open") return [];
  const most = suggest?.max === undefined ? "" : ` (at most ${suggest.max})`;
  return [
    { kind: "heading", level: 2, content: [say("What is missing?")] },
    { kind: "paragraph", role: "note", content: [say(`Please write what you would add, one to a line${most}.`)] },
    { kind: "writing", lines: suggest?.max ?? 5, short: false },
  ];
}
