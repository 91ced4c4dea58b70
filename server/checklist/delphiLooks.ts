import { POOLED } from "../delphi/decideStatement.ts";
import { computed, consensusSentence, counted, type Look, missing, ofDelphi } from "./looks.ts";

/** How many panellists of which group, at least and as wanted. */
export const panelSize: Look = ofDelphi(({ panel }, given) => {
  const groups = panel.groups.values();
  const open = groups.filter(({ target, minimum }) => target === undefined && minimum === undefined);
  if (groups.length === 0) return missing(`the study has no panel: add "panel" with its groups`);
  if (open.length > 0)
    return missing(`nothing says how large ${open.map(({ id }) => `"${id}"`).join(", ")} should be: add "target" and "minimum"`);
  const sizes = groups.map(({ id, target, minimum }) => `${id} ${target ?? "?"}${minimum === undefined ? "" : ` (at least ${minimum})`}`);
  return computed(
    `${counted(groups.length, "group")}: ${sizes.join(", ")}; the reasons only the paper can say`,
    given.field("panel.groups", "panel"),
  );
});

/** Whether the people whom the result concerns are on the panel. */
export const affectedPeople: Look = ofDelphi(({ panel }, given) => {
  const affected = panel.groups.values().filter((group) => group.affected);
  return affected.length === 0
    ? missing(`no group of the panel has "affected: true"`)
    : computed(
        `${affected.map(({ id }) => `"${id}"`).join(", ")} of ${counted(panel.groups.size, "group")}`,
        given.field("panel.groups.*.affected"),
      );
});

export const groupsOfPanel: Look = ofDelphi(({ panel }, given) =>
  panel.groups.size === 0
    ? missing(`the study has no panel: add "panel" with its groups`)
    : computed(
        `${panel.groups
          .values()
          .map(({ id, label }) => label?.own ?? id)
          .join("; ")}; whether these are the people meant a reader must judge`,
        given.field("panel.groups", "panel"),
      ),
);

export const steps: Look = ofDelphi(({ rounds }, given) =>
  rounds.length === 0
    ? missing(`the study has no rounds: add "rounds"`)
    : computed(
        `${counted(rounds.length, "round")}: ${rounds.map(({ number, mode }) => `${number} ${mode ?? "rating"}`).join(", ")}`,
        given.field("rounds"),
      ),
);

export const aims: Look = ofDelphi(({ rounds }, given) => {
  const open = rounds.filter(({ aim }) => !aim).map(({ number }) => number);
  if (rounds.length === 0) return missing("the study has no rounds");
  return open.length > 0
    ? missing(`nothing says what ${open.map((number) => `round ${number}`).join(", ")} is for: add "aim"`)
    : computed(`each of ${counted(rounds.length, "round")} has its aim`, given.field("rounds.*.aim"));
});

export const ratingForm: Look = ofDelphi((study, given) => {
  const responses = study.responses.ids();
  if (responses.length === 0 && !study.statementGroups.values().some(({ response }) => response))
    return missing(`nothing says what statements are rated on: add "responses"`);
  const suggest = study.rounds.filter((round) => round.suggest).map(({ number }) => number);
  const may =
    suggest.length > 0 ? `panellists may suggest statements in round ${suggest.join(", ")}` : "panellists may not suggest statements";
  return computed(
    `rated on ${responses.map((id) => `"${id}"`).join(", ") || "responses of their groups"}; ${may}`,
    given.field("responses", "statements"),
  );
});

/** The rule in words, and whether it was written down before round 1. */
export const consensusBeforehand: Look = ofDelphi((study, given) => {
  const sentence = consensusSentence(study);
  const at = given.field("consensus");
  if (!at || sentence === undefined) return missing(`the study has no rule of consensus: add "consensus"`);
  const opens = study.rounds[0]?.opens;
  const declared = study.consensus?.declared;
  if (declared === undefined) return missing(`${sentence}; but nothing says when it was decided: add "declared"`);
  if (opens !== undefined && declared > opens) return missing(`the rule is of ${declared}, after round 1 opened on ${opens}`);
  return computed(`declared ${declared}${opens === undefined ? "" : `, before round 1 opened on ${opens}`}. ${sentence}`, at);
});

/** What is done with statements without consensus, and how statements come and go. */
export const comingAndGoing: Look = ofDelphi((study, given) => {
  const open: string[] = [];
  if (!study.consensus?.exclude && !study.consensus?.preset) open.push(`when a statement is dropped ("exclude")`);
  if (!study.rounds.some(({ suggest }) => suggest?.adoptIf !== undefined)) open.push(`when a suggestion is added ("adopt_if")`);
  if (study.undecided === undefined) open.push(`what becomes of statements without consensus ("undecided")`);
  return open.length > 0
    ? missing(`nothing says ${open.join(", nor ")}`)
    : computed("when statements are included, excluded, added, and left undecided", given.field("consensus"));
});

export const votedAgain: Look = ofDelphi(({ rounds }, given) => {
  const asks = rounds.filter(({ ask }) => ask !== undefined);
  return asks.length === 0
    ? missing(`nothing says whether statements in consensus are rated again: add "ask" to the rounds`)
    : computed(asks.map(({ number, ask }) => `round ${number} asks ${ask} statements`).join(", "), given.field("rounds.*.ask"));
});

export const feedbackGiven: Look = ofDelphi(({ rounds }, given) => {
  const shown = rounds.flatMap(({ number, feedback }) =>
    feedback
      ? [
          `round ${number}: ${[...(feedback.own ? ["own rating"] : []), ...feedback.show].join(", ")}${feedback.by ? ` by ${feedback.by}` : ""}`,
        ]
      : [],
  );
  return shown.length === 0
    ? missing(`nothing says what panellists see of a round: add "feedback"`)
    : computed(shown.join("; "), given.field("rounds.*.feedback"));
});

export const processing: Look = ofDelphi(({ consensus, stability }, given) => {
  if (!consensus) return missing("the study has no rule of consensus");
  const parts = [`denominator ${consensus.denominator ?? "rated"}`, `scope ${consensus.scope ?? "pooled"}`];
  if (stability) parts.push(`stability by ${stability.measure}`);
  return computed(parts.join(", "), given.field("consensus"));
});

export const datesOfRounds: Look = ofDelphi(({ rounds }, given) => {
  const open = rounds.filter(({ opens, closes }) => opens === undefined || closes === undefined).map(({ number }) => number);
  if (rounds.length === 0 || open.length > 0)
    return missing(rounds.length === 0 ? "the study has no rounds" : `round ${open.join(", ")} has no "opens" or no "closes"`);
  return computed(
    `planned: ${rounds.map(({ number, opens, closes }) => `${number} ${opens} to ${closes}`).join(", ")}`,
    given.field("rounds.*.opens"),
  );
});

const NO_STATEMENTS = `the study has no statements: add "statements"`;
const FROM_RATINGS = `"scalewright delphi decide" computes it: give the ratings with --ratings`;

export const panelByRound: Look = ofDelphi((_, { report }) => {
  if (!report) return missing(FROM_RATINGS);
  const rates = report.rates.filter(({ scope }) => scope === POOLED);
  return computed(rates.map(({ round, returned, invited }) => `round ${round}: ${returned} of ${invited}`).join(", "));
});

export const outcomes: Look = ofDelphi((study, given) => {
  if (given.report) {
    const rounds = given.report.rounds.map(
      ({ round, ledger }) => `round ${round}: ${ledger.accepted} included, ${ledger.rejected} excluded, ${ledger.carried} left`,
    );
    return computed(rounds.join("; "));
  }
  const decided = study.statements.values().filter((statement) => statement.decided);
  return decided.length === 0
    ? missing(FROM_RATINGS)
    : computed(`${decided.length} of ${counted(study.statements.size, "statement")} decided`, given.field("statements.*.items.*.decided"));
});

export const changedStatements: Look = ofDelphi((study, given) => {
  if (study.statements.size === 0) return missing(NO_STATEMENTS);
  const all = study.statements.values();
  const changed = all.filter(
    ({ wording, dropped, mergedInto, replaces }) => wording.size > 0 || dropped || mergedInto || replaces.length > 0,
  );
  const silent = changed.filter(({ dropped }) => dropped && dropped.reason === undefined);
  if (silent.length > 0) return missing(`${silent.map(({ id }) => `"${id}"`).join(", ")} was dropped without a "reason"`);
  const added = all.filter(({ introduced }) => introduced > 1);
  return computed(`${added.length} added, ${changed.length} changed, merged or dropped since round 1`, given.field("statements"));
});

export const originOfStatements: Look = ofDelphi((study, given) => {
  const from = study.statements.values().filter((statement) => statement.from).length;
  const suggest = given.field("rounds.*.suggest");
  return from === 0 && !suggest
    ? missing(`nothing says where statements come from: add "suggest" to round 1, or "from" to statements`)
    : computed(
        `${from} of ${counted(study.statements.size, "statement")} suggested by panellists; the others by the team`,
        suggest ?? given.field("statements"),
      );
});

/** The panel as it was planned and as it answered. */
export const panelAndResponse: Look = (given) => {
  const [planned, answered] = [panelSize(given), panelByRound(given)];
  if (planned.status !== "computed") return planned;
  return answered.status === "computed" ? computed(`${planned.says}; ${answered.says}`, planned.at) : answered;
};

/** The definition of consensus, and how far it was reached. */
export const attained: Look = (given) => {
  const [defined, reached] = [consensusBeforehand(given), outcomes(given)];
  if (defined.status !== "computed") return defined;
  return reached.status === "computed" ? computed(`${reached.says}. ${defined.says}`, defined.at) : reached;
};

/** How long statements are, and whether they use abbreviations that nothing explains. */
export const plainStatements: Look = ofDelphi((study, given) => {
  if (study.statements.size === 0) return missing(NO_STATEMENTS);
  const hard = study.statements
    .values()
    .filter(({ text }) => (text?.own.split(/\s+/).length ?? 0) > LONGEST || /\b[A-Z]{3,}\b/.test(text?.own ?? ""));
  return hard.length > 0
    ? missing(`${hard.map(({ id }) => `"${id}"`).join(", ")} has more than ${LONGEST} words, or an abbreviation`)
    : computed(
        `none of ${counted(study.statements.size, "statement")} has more than ${LONGEST} words or an abbreviation`,
        given.field("statements"),
      );
});

const LONGEST = 25;

export const stableResults: Look = ofDelphi(({ stability }, given) =>
  stability
    ? computed(`stability is looked at apart from consensus, by ${stability.measure}`, given.field("stability"))
    : missing(`nothing tells stable disagreement from change: add "stability"`),
);
