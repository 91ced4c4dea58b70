import { type RoundFeedback, roundFeedback, SMALLEST_SHOWN } from "../../delphi/feedback.ts";
import { type Delphi, type Round, ratingResponse, type Statement, type StatementGroup } from "../../model/delphi.ts";
import type { Item, Response, Text } from "../../model/instrument.ts";
import { at, type Context, controlName, itemData } from "../context.ts";
import { renderControl } from "../control.ts";
import { attribute, type Html, html } from "../html.ts";
import { ownLanguage } from "../ownWords.ts";
import { plainWording, wording } from "../wording.ts";
import { askedStatements, ratedBefore } from "./askedStatements.ts";
import { renderFeedback, renderPlannedFeedback } from "./statementFeedback.ts";
import { statementItem } from "./statementItem.ts";

/** One round as a panellist meets it: what it is for, the statements with their ratings of the round before, and room for suggestions. */
export function renderRound(context: Context, study: Delphi, round: Round): Html {
  const asked = round.mode === "open" ? [] : askedStatements(study, round.number, context.rated);
  const feedback = feedbackFor(context, round, asked);
  const panellist = panellistOf(context);
  const groups = study.statementGroups.values().flatMap((group) => {
    const statements = asked.filter((statement) => statement.group === group.id);
    return statements.length === 0 ? [] : [{ group, statements }];
  });
  const before = study.rounds.filter(({ number }) => number < round.number).at(-1)?.number;
  return html`<form class="round" id="${context.prefix}round-${round.number}" autocomplete="off" novalidate${at(context, round)}>
<header class="page"><p class="progress"${ownLanguage(context)}><progress max="${study.rounds.length}" value="${study.rounds.indexOf(round) + 1}" aria-hidden="true"></progress> ${context.phrases.text("round", { number: round.number, last: study.rounds.length })}</p>
${round.aim !== undefined && html`<h2${at(context, round, "aim")}>${wording(context, round.aim)}</h2>`}${renderDates(context, round)}${renderAnonymity(context, study)}${
  feedback === undefined && before !== undefined && renderPlannedFeedback(context, round, before)
}</header>
${groups.map(({ group, statements }) => renderGroup(context, { study, round, group, statements, feedback, panellist }))}${
  round.mode !== "open" && asked.length === 0 && html`<p class="note"${ownLanguage(context)}>${context.phrases.text("nothingAsked")}</p>`
}${renderSuggestions(context, round)}</form>
`;
}

interface Form {
  readonly study: Delphi;
  readonly round: Round;
  readonly group: StatementGroup;
  readonly statements: readonly Statement[];
  readonly feedback: RoundFeedback | undefined;
  readonly panellist: string | undefined;
}

/** The own ratings are those of the panellist that was asked for, else of the first who returned something. */
export function panellistOf({ rated }: Pick<Context, "rated">): string | undefined {
  return rated?.panellist ?? rated?.ratings.panellists[0]?.id;
}

function feedbackFor(context: Context, round: Round, asked: readonly Statement[]): RoundFeedback | undefined {
  const { rated } = context;
  const before = ratedBefore(rated, round.number);
  const counts = before === undefined ? undefined : rated?.counts.get(before);
  if (rated === undefined || before === undefined || counts === undefined || round.feedback === undefined) {
    return undefined;
  }
  const ids = asked.map(({ id }) => id);
  return roundFeedback(rated.ratings, before, counts, round.feedback, ids, SMALLEST_SHOWN);
}

function renderDates(context: Context, round: Round): Html | undefined {
  const { opens, closes } = round;
  if (opens === undefined && closes === undefined) {
    return undefined;
  }
  const { phrases } = context;
  const words = [
    opens === undefined ? "" : phrases.text("openFrom", { date: phrases.day(opens) }),
    closes === undefined ? "" : phrases.text("returnBy", { date: phrases.day(closes) }),
  ].filter((part) => part !== "");
  return html`<p class="legend"${ownLanguage(context)}${at(context, round, opens === undefined ? "closes" : "opens")}>${words.join(" ")}</p>
`;
}

const ANONYMITY = { full: "anonymousFull", quasi: "anonymousQuasi", none: "anonymousNone" } as const;

function renderAnonymity(context: Context, study: Delphi): Html | undefined {
  return study.anonymity === undefined
    ? undefined
    : html`<p class="legend"${ownLanguage(context)}${at(context, study, "anonymity")}>${context.phrases.text(ANONYMITY[study.anonymity])}</p>
`;
}

function renderGroup(context: Context, form: Form): Html {
  const { group, statements } = form;
  return html`<section class="page" id="${context.prefix}round-${form.round.number}-${group.id}"${at(context, group)}>
${group.title !== undefined && html`<h3${at(context, group, "title")}>${wording(context, group.title)}</h3>`}${
  group.text !== undefined && html`<p class="introduction"${at(context, group, "text")}>${wording(context, group.text)}</p>`
}${statements.map((statement) => renderStatement(context, form, statement))}</section>
`;
}

function renderStatement(context: Context, { study, round, feedback, panellist }: Form, statement: Statement): Html {
  const item = statementItem(statement, textIn(statement, round.number));
  const id = `${context.prefix}round-${round.number}-${statement.id}`;
  const stem = item.stem === undefined ? html`${item.id}` : wording(context, item.stem);
  const place = at(context, statement, "text");
  const words = place.markup === "" ? stem : html`<span${place}>${stem}</span>`;
  const response = ratingResponse(study, statement, round);
  const seen = feedback && renderFeedback(context, statement.id, feedback, panellist);
  const isNew = statement.introduced === round.number && round.number !== study.rounds[0]?.number;
  return html`<div class="item statement" id="${id}"${itemData(context, item.id)}${at(context, statement)}>
${isNew && html`<p class="note"${ownLanguage(context)}>${newNote(context, statement)}</p>`}${renderAnswer(context, { item, id, words, response, round, seen, asked: study.statements.size })}<details class="comment"><summary${ownLanguage(context)}>${context.phrases.text("remark")}</summary><textarea rows="2" id="${id}-comment"${controlName(context, `${item.id}__comment`)} aria-label="${commentOn(context, item)}">\n${context.filled?.get(`${item.id}__comment`)?.[0]}</textarea></details></div>
`;
}

/** A name for a screen reader cannot be in two languages. */
function commentOn(context: Context, item: Item): string {
  const words = plainWording(context, item.stem) || item.id;
  return context.phrases.isForeign ? words : `${context.phrases.text("remark")} ${words}`;
}

function newNote({ phrases }: Context, { from }: Statement): string {
  const by = from?.suggestedBy;
  return `${phrases.text("newInRound")}${by === undefined ? "" : ` ${phrases.counted("suggestedBy", by)}`}`;
}

interface Answer {
  readonly item: ReturnType<typeof statementItem>;
  readonly id: string;
  readonly words: Html;
  readonly response: Response | undefined;
  readonly round: Round;
  readonly seen: Html | undefined;
  readonly asked: number;
}

function renderAnswer(context: Context, { item, id, words, response, round, seen, asked }: Answer): Html {
  if (round.mode === "ranking") {
    return html`<label class="stem" for="${id}-answer">${words}</label>
${seen}<div class="field"><input type="number" inputmode="numeric" min="1" max="${asked}" step="1" id="${id}-answer"${controlName(context, item.id)}${attribute("value", context.filled?.get(item.id)?.[0])}> <span class="bounds"${ownLanguage(context)}>${context.phrases.text("placeOf")}</span></div>
`;
  }
  if (response === undefined) {
    return html`<p class="stem">${words}</p>
${seen}<p class="note"${ownLanguage(context)}>${context.phrases.text("nothingToAnswer")}</p>
`;
  }
  const control = renderControl(context, item, response, { id });
  return control.grouped
    ? html`<fieldset><legend class="stem">${words}</legend>
${seen}${control.content}</fieldset>
`
    : html`<label class="stem" for="${id}-answer">${words}</label>
${seen}${control.content}`;
}

/** The wording that a round asks: a former one up to the last round that it was rated in. */
function textIn({ text, wording: former }: Statement, round: number): Text | undefined {
  const last = [...former.keys()].sort((a, b) => a - b).find((number) => number >= round);
  return last === undefined ? text : former.get(last);
}

/** As many fields as suggestions are taken; three where no number is given. */
function renderSuggestions(context: Context, round: Round): Html | undefined {
  const { suggest } = round;
  if (suggest === undefined && round.mode !== "open" && round.mode !== "mixed") {
    return undefined;
  }
  const { phrases } = context;
  const most = Math.min(suggest?.max ?? 3, 20);
  const rules = [
    phrases.text("suggest"),
    suggest?.max === undefined ? "" : phrases.counted("suggestAtMost", suggest.max),
    suggest?.adoptIf === undefined ? "" : phrases.counted("adoptedIf", suggest.adoptIf),
  ];
  const id = `${context.prefix}round-${round.number}-suggestion`;
  return html`<section class="page suggestions"${at(context, round, suggest === undefined ? "mode" : "suggest")}${ownLanguage(context)}><h3>${phrases.text("whatIsMissing")}</h3>
<p class="help">${rules.filter((rule) => rule !== "").join(" ")}</p>
${Array.from(
  { length: most },
  (
    _,
    index,
  ) => html`<p class="field"><input type="text" id="${id}-${index}"${controlName(context, `suggestion__${index + 1}`)} aria-label="${phrases.text("suggestion", { number: index + 1 })}"${attribute("value", context.filled?.get(`suggestion__${index + 1}`)?.[0])}></p>
`,
)}</section>
`;
}
