import type { Analysis } from "../analysis/analysis.ts";
import { describeCriterion } from "../delphi/describeCriterion.ts";
import type { RatingsNeeded } from "../delphi/ratingsNeeded.ts";
import { ruleSummaries } from "../delphi/ruleSummary.ts";
import type { Delphi, Statement } from "../model/delphi.ts";
import { ratingResponse } from "../model/delphi.ts";
import { type Guide, isAsked, meetingOf } from "../model/guide.ts";
import { documentOfWave, instrumentOfPhase, type Study } from "../model/study.ts";
import type { NamedPlace } from "../model/wholeNames.ts";
import { printExact } from "../number/print.ts";
import { parseDay, printDay, waveDates } from "../study/calendar.ts";
import { leavingItems } from "../study/leaving.ts";
import { linkedInstruments, usedConsents } from "../study/phases.ts";
import { timesOf } from "../study/times.ts";
import { cellsOf } from "../study/variation.ts";
import { wholeDefinitions } from "./wholeThings.ts";

/** Markdown about something that a Delphi study, a guide or a study gives a name to; undefined where nothing has that name. */
export function describeWhole(analysis: Analysis, { space, id }: Pick<NamedPlace, "space" | "id">): string | undefined {
  if (wholeDefinitions(analysis, space, id).length === 0) return undefined;
  const { delphi, guide, study } = analysis;
  const lines = delphi ? aboutDelphi(delphi, space, id) : guide ? aboutGuide(guide, space, id) : study ? aboutStudy(study, space, id) : [];
  return [`**${id}** · ${space}`, ...lines].filter((line) => line !== "").join("\n\n");
}

function aboutDelphi(study: Delphi, space: NamedPlace["space"], id: string): readonly string[] {
  const statement = space === "statement" ? study.statements.get(id) : undefined;
  if (statement) return aboutStatement(study, statement);
  const group = space === "group" ? study.panel.groups.get(id) : undefined;
  if (group) {
    const size = group.target ?? group.minimum;
    const tables = ruleSummaries(study).flatMap(({ tables: all }) => all.filter(({ scope }) => scope === id));
    return [
      group.label?.own ?? "",
      size === undefined
        ? ""
        : `${group.target ?? "?"} wanted${group.minimum === undefined ? "" : `, at least ${group.minimum}`}${group.affected ? "; the people whom the result concerns" : ""}.`,
      ...tables.slice(0, 1).map(tableOf),
    ];
  }
  if (space === "band")
    return study.responses.values().flatMap((response) => {
      const band = response.bands.get(id);
      return band ? [`${printExact(band[0])} to ${printExact(band[1])} of \`${response.id ?? "a response"}\`.`] : [];
    });
  if (space === "statement group") {
    const group = study.statementGroups.get(id);
    const count = study.statements.values().filter((one) => one.group === id).length;
    return [group?.title?.own ?? "", `${count} ${count === 1 ? "statement" : "statements"}.`];
  }
  return [];
}

function aboutStatement(study: Delphi, statement: Statement): readonly string[] {
  const { text, introduced, from, decided, dropped, mergedInto, replaces, wording } = statement;
  const response = ratingResponse(study, statement);
  const asked = study.rounds.filter(({ number }) => number >= introduced && !(dropped && dropped.after < number));
  return [
    text?.own ?? "",
    response?.id === undefined ? "" : `Rated on \`${response.id}\`.`,
    introduced > 1
      ? `Since round ${introduced}${from?.suggestedBy === undefined ? "" : `, suggested by ${from.suggestedBy} in round ${from.round ?? introduced - 1}`}.`
      : asked.length > 0
        ? "Since round 1."
        : "",
    decided ? `After round ${decided.after}: ${decided.as}.` : "",
    dropped ? `Dropped after round ${dropped.after}${dropped.reason === undefined ? "" : `: ${dropped.reason}`}.` : "",
    mergedInto === undefined ? "" : `Merged into \`${mergedInto}\`.`,
    replaces.length > 0 ? `Replaces ${replaces.map((one) => `\`${one}\``).join(", ")}.` : "",
    ...[...wording].map(([round, former]) => `To round ${round}: "${former.own}".`),
  ];
}

/** The rule in sentences, and the table of ratings needed: what stands behind `consensus`. */
export function describeRule(study: Delphi, round?: number): string | undefined {
  const summaries = ruleSummaries(study).filter((summary) => summary.round?.number === round);
  const parts = summaries.flatMap(({ sentence, tables, response }) => [
    summaries.length > 1 ? `On \`${response.id ?? "its response"}\`: ${sentence}` : sentence,
    ...tables.map(tableOf),
  ]);
  return parts.length > 0 ? parts.join("\n\n") : undefined;
}

/** Rows that are read at a glance. */
const MOST_ROWS = 12;

/** How many ratings the rule asks for, by the number of raters; of many numbers some, from the first to the last. */
function tableOf({ scope, criteria, rows }: RatingsNeeded): string {
  const step = Math.max(1, Math.ceil((rows.length - 1) / (MOST_ROWS - 1)));
  const shown = rows.filter((_, i) => i % step === 0 || i === rows.length - 1);
  const cell = (needed: RatingsNeeded["rows"][number]["needed"][number]) =>
    needed ? (needed.least === 0 ? `≤ ${needed.most}` : needed.least === needed.most ? `${needed.least}` : `≥ ${needed.least}`) : "none";
  return [
    `| ${scope}: raters | ${criteria.map(({ side, criterion }) => `${side}: ${describeCriterion(criterion)}`).join(" | ")} |`,
    `| ---: | ${criteria.map(() => "---:").join(" | ")} |`,
    ...shown.map(({ n, needed }) => `| ${n} | ${needed.map(cell).join(" | ")} |`),
  ].join("\n");
}

function aboutGuide(guide: Guide, space: NamedPlace["space"], id: string): readonly string[] {
  switch (space) {
    case "audience": {
      const audience = guide.audiences.get(id);
      if (!audience) return [];
      const questions = guide.questions.values().filter((one) => isAsked(id, guide.topics.get(one.topic), one)).length;
      const minutes = timesOf(guide).find((one) => one.audience === id)?.minutes ?? 0;
      const meeting = meetingOf(guide, audience)?.replace("_", " ");
      return [
        audience.label?.own ?? "",
        [meeting, audience.size && `${audience.size[0]} to ${audience.size[1]} people`].filter((word) => word !== undefined).join(", "),
        `${questions} ${questions === 1 ? "question" : "questions"}, ${minutes} minutes${guide.duration ? ` of ${guide.duration.text}` : ""}.`,
        audience.leads.length > 0 ? `Directs the work of ${audience.leads.map((one) => `\`${one}\``).join(", ")}.` : "",
      ];
    }
    case "topic": {
      const topic = guide.topics.get(id);
      const questions = guide.questions.values().filter((one) => one.topic === id).length;
      return [
        topic?.title?.own ?? "",
        [
          topic?.kind,
          topic?.minutes === undefined ? undefined : `${topic.minutes} minutes`,
          `${questions} ${questions === 1 ? "question" : "questions"}`,
        ]
          .filter((word) => word !== undefined)
          .join(", "),
        topic?.audiences ? `For ${topic.audiences.map((one) => `\`${one}\``).join(", ")}.` : "For all.",
      ];
    }
    case "question": {
      const question = guide.questions.get(id);
      return [
        question?.text?.own ?? "",
        ...(question?.probes ?? []).map(({ own }) => `- ${own}`),
        coversInWords(guide, question?.covers ?? []),
        question?.uses ? "Starts from the photographs that people bring." : "",
      ];
    }
    case "prompt": {
      const prompt = guide.photos?.prompts.get(id);
      return [prompt?.text?.own ?? "", coversInWords(guide, prompt?.covers ?? [])];
    }
    case "site":
      return [guide.sites.get(id)?.name?.own ?? ""];
    default:
      return [];
  }
}

function coversInWords(guide: Guide, covers: readonly string[]): string {
  const scores = guide.about?.document?.instrument.scores;
  const words = covers.map((id) => {
    const label = scores?.get(id)?.label?.own;
    return label === undefined ? `\`${id}\`` : `\`${id}\` (${label})`;
  });
  return words.length > 0 ? `Covers ${words.join(", ")}.` : "";
}

function aboutStudy(study: Study, space: NamedPlace["space"], id: string): readonly string[] {
  switch (space) {
    case "document": {
      const found = study.documents.get(id);
      const kind = found?.document?.kind;
      return [`${found?.path ?? ""}${kind === undefined ? "" : ` · ${kind}`}`];
    }
    case "phase": {
      const phase = study.phases.get(id);
      return [
        phase?.label?.own ?? "",
        `Uses \`${phase?.document ?? "?"}\`${phase?.after === undefined ? "" : `, after \`${phase.after}\``}.`,
      ];
    }
    case "sample": {
      const sample = study.sampling.get(id);
      const instrument = sample && instrumentOfPhase(study, sample.from);
      const cells = sample && instrument && cellsOf(instrument, sample);
      return [
        sample
          ? `From \`${sample.from ?? "?"}\` to \`${sample.to ?? "?"}\`: ${sample.target ?? "all"} people${sample.reserve === undefined ? "" : ` and ${sample.reserve} in reserve`}.`
          : "",
        cells && cells.counts.length > 0
          ? `${cells.counts.map(({ variation, count }) => `${variation.name} (${count})`).join(" x ")} make ${cells.product} kinds of people.`
          : "",
      ];
    }
    case "wave": {
      const wave = study.waves?.at.get(id);
      const dates = wave && waveDates(wave, parseDay(EXAMPLE) ?? 0);
      return [
        wave?.after
          ? `${wave.after.text} after \`${study.waves?.anchor ?? "?"}\`; asks ${wave.sections?.map((one) => `\`${one}\``).join(", ") ?? "all"} of \`${(study.waves && documentOfWave(study.waves, wave)) ?? "?"}\`.`
          : "",
        dates
          ? `Who begins on ${EXAMPLE} is due on ${printDay(dates.due)}, and can answer from ${printDay(dates.from)} to ${printDay(dates.to)}.`
          : "",
      ];
    }
    case "linkage": {
      const link = study.linkage.get(id);
      if (!link) return [];
      const items = linkedInstruments(study, link).length > 0 ? leavingItems(study, link) : [];
      const of = (as: string) =>
        items.filter((one) => one.as === as).map(({ name, to }) => `\`${name}\`${to === undefined ? "" : ` (${to.replaceAll("_", " ")})`}`);
      const line = (word: string, some: readonly string[]) =>
        some.length > 0 ? `${word}: ${some.slice(0, 8).join(", ")}${some.length > 8 ? ` and ${some.length - 8} more` : ""}.` : "";
      return [
        `With data of ${link.holder ?? "another holder"}, by the consent \`${link.consent ?? "?"}\`; groups of fewer than ${link.smallestGroup ?? 10} are not reported.`,
        line("Joined by", of("key")),
        line("Stays behind", of("removed")),
        line("Made coarser", of("coarsened")),
        line("Leaves as it is", of("leaves")),
      ];
    }
    case "consent": {
      const consent = study.consents.get(id);
      const by = [
        ...study.sampling.values().filter((one) => one.consent === id),
        ...study.linkage.values().filter((one) => one.consent === id),
      ].map((one) => `\`${one.id}\``);
      return [
        consent?.label?.own ?? "",
        [consent?.kind, consent?.withdraw && `can be taken back: ${consent.withdraw.replaceAll("_", " ")}`]
          .filter((word) => word !== undefined)
          .join("; "),
        by.length > 0 ? `Needed by ${by.join(", ")}.` : usedConsents(study).has(id) ? "Needed by a guide." : "",
      ];
    }
    default:
      return [];
  }
}

/** A day by which a wave is shown. */
const EXAMPLE = "2026-01-31";
