import { capital, joined } from "../../delphi/courseInWords.ts";
import type { Expression } from "../../expression/expression.ts";
import type { Instrument } from "../../model/instrument.ts";
import {
  type Cut,
  documentOfWave,
  instrumentOf,
  instrumentOfPhase,
  type Linkage,
  type Sample,
  type Study,
  type StudyDocument,
  type Wave,
} from "../../model/study.ts";
import { digits } from "../../number/digits.ts";
import { type Context, contextOf } from "../../preview/context.ts";
import { namingByWording } from "../../preview/naming.ts";
import { spoken } from "../../preview/scores/spoken.ts";
import type { View } from "../../preview/view.ts";
import { withLabels } from "../../preview/withLabels.ts";
import { plainWording } from "../../preview/wording.ts";
import { leavingItems } from "../../study/leaving.ts";
import { waveTable } from "../../study/waveTable.ts";
import type { Block, Runs, Table } from "../block.ts";
import { licenceOf, sourceOf } from "../documentFacts.ts";
import { code, say, words, wordsOr } from "../words.ts";

/** What a study that joins documents says of itself, as a committee asks for it: design, documents, who is asked when, consent, and what leaves. Nothing is made up. */
export function studyMethods(view: View, study: Study): readonly Block[] {
  const context = contextOf(view);
  const { metadata } = study;
  return [
    { kind: "heading", level: 1, content: [say("Methods: "), ...wordsOr(context, metadata.title, say(study.id))] },
    ...(metadata.description === undefined ? [] : [{ kind: "paragraph", content: words(context, metadata.description) } as const]),
    ...design(study),
    ...documents(context, study),
    ...study.sampling.values().flatMap((sample) => sampling(context, study, sample)),
    ...waves(context, study),
    ...consents(context, study),
    ...study.linkage.values().flatMap((link) => linkage(context, study, link)),
    ...named("Source", sourceOf(metadata)),
    ...named("Licence", licenceOf(metadata)),
  ];
}

function named(name: string, text: string): readonly Block[] {
  return text === "" ? [] : [{ kind: "paragraph", content: [say(`${name}. `, "strong"), say(text)] }];
}

function design({ design: kind, metadata, minimumService, phases }: Study): readonly Block[] {
  const order = phases.values().map(({ id, document, after }) => {
    const what = [document === undefined ? "" : `with ${document}`, after === undefined ? "" : `after ${after}`].filter(
      (part) => part !== "",
    );
    return `${spoken(id)}${what.length === 0 ? "" : ` (${what.join(", ")})`}`;
  });
  const sentences = [
    kind === undefined ? "" : `${capital(spoken(kind))}.`,
    metadata.planned === undefined ? "" : `${metadata.planned} participants are planned.`,
    minimumService === undefined ? "" : `Participants have at least ${minimumService.text} of service.`,
    order.length === 0 ? "" : `${order.length === 1 ? "There is one phase" : `There are ${order.length} phases`}: ${joined(order, "and")}.`,
  ].filter((part) => part !== "");
  return named("Design", sentences.join(" "));
}

const KINDS = { instrument: "survey", delphi: "Delphi study", guide: "topic guide", study: "study" } as const;

function documents(context: Context, study: Study): readonly Block[] {
  const all = study.documents.values();
  if (all.length === 0) return [];
  return [
    table(
      "Documents of the study",
      ["Name", "Kind", "Title", "Version", "File"],
      all.map((one) => [
        [code(one.id)],
        [say(one.document?.kind === undefined ? "cannot be read" : KINDS[one.document.kind])],
        wordsOr(context, metadataOf(one)?.title, say("")),
        [say(metadataOf(one)?.version ?? "")],
        [say(one.path)],
      ]),
    ),
  ];
}

function metadataOf({ document }: StudyDocument) {
  return document?.guide?.metadata ?? document?.delphi?.metadata ?? document?.instrument.metadata;
}

function sampling(context: Context, study: Study, sample: Sample): readonly Block[] {
  const { from, to, consent, eligible, target, reserve } = sample;
  const instrument = instrumentOfPhase(study, from);
  const vary = sample.varyBy.map(({ name, cut }) => {
    const label = plainWording(context, instrument?.scores.get(name)?.label ?? instrument?.items.get(name)?.stem);
    return `${label === "" ? name : `“${label}” (${name})`}${cut === undefined ? "" : ` in ${cutInWords(cut)}`}`;
  });
  const sentences = [
    from === undefined && to === undefined
      ? ""
      : `People are chosen${from === undefined ? "" : ` from ${spoken(from)}`}${to === undefined ? "" : ` for ${spoken(to)}`}.`,
    eligible === undefined ? "" : `Eligible are those for whom ${conditionOf(context, instrument, eligible)}.`,
    consent === undefined ? "" : `They have consented to “${spoken(consent)}”.`,
    target === undefined ? "" : `${target} people are wanted${reserve === undefined ? "" : `, and ${reserve} in reserve`}.`,
    vary.length === 0 ? "" : `They are to differ in ${joined(vary, "and")}.`,
  ].filter((part) => part !== "");
  return named(`Sampling of ${spoken(sample.id)}`, sentences.join(" "));
}

/** A condition on the answers of a survey, by its wordings and labels. */
function conditionOf(context: Context, instrument: Instrument | undefined, condition: Expression): string {
  if (instrument === undefined) return context.inWords(condition);
  const other = contextOf({ ...context, instrument }, { naming: namingByWording({ instrument, language: context.language }) });
  return other.inWords(withLabels(other, condition));
}

function cutInWords(cut: Cut): string {
  return cut.kind === "shares" ? spoken(cut.word) : `stretches cut at ${joined(cut.numbers.map(digits), "and")}`;
}

function waves(context: Context, study: Study): readonly Block[] {
  const { waves: all } = study;
  if (all === undefined || all.at.size === 0) return [];
  const anchor = all.anchor === undefined ? undefined : instrumentOf(study, all.document)?.items.get(all.anchor)?.stem;
  const sections = waveTable(study);
  return [
    ...(all.anchor === undefined
      ? []
      : [
          {
            kind: "paragraph",
            content: [
              say("Waves. ", "strong"),
              say("Time is counted for each person from "),
              ...(anchor === undefined ? [] : [say("“"), ...words(context, anchor), say("” ")]),
              code(all.anchor),
              say("."),
            ],
          } as const,
        ]),
    table(
      "Waves for each person",
      ["Wave", "Due", "Accepted", "Document"],
      all.at
        .values()
        .map((wave) => [
          [code(wave.id)],
          [say(wave.after === undefined ? "" : wave.after.amount === 0 ? "at once" : `after ${wave.after.text}`)],
          [say(windowInWords(wave))],
          [say(documentOfWave(all, wave) ?? "")],
        ]),
    ),
    ...(sections === undefined || sections.rows.length === 0
      ? []
      : [
          table(
            "Sections by wave",
            ["Section", "Items", ...sections.waves.map(({ id }) => id)],
            sections.rows.map(({ section, items, asked }) => [
              wordsOr(context, section.title, say(section.id)),
              [say(String(items.length))],
              ...asked.map((one) => [say(one ? "asked" : "")]),
            ]),
          ),
        ]),
  ];
}

function windowInWords({ window }: Wave): string {
  if (window === undefined) return "";
  const [from, to] = window.map(({ amount, text }) =>
    amount === 0 ? "the day itself" : amount < 0 ? `${text.replace(/^-/, "")} before` : `${text} after`,
  );
  return `from ${from} to ${to}`;
}

function consents(context: Context, { consents: all }: Study): readonly Block[] {
  if (all.size === 0) return [];
  return [
    table(
      "Consents",
      ["Consent", "Kind", "Withdrawal"],
      all
        .values()
        .map(({ id, label, kind, withdraw }) => [
          wordsOr(context, label, say(spoken(id))),
          [say(kind ?? "")],
          [say(withdraw === undefined ? "" : spoken(withdraw))],
        ]),
    ),
  ];
}

const FATES = { key: "joins the data", removed: "removed before", coarsened: "coarsened", leaves: "leaves as it is" } as const;

function linkage(context: Context, study: Study, link: Linkage): readonly Block[] {
  const { holder, key, consent, smallestGroup, keepYears } = link;
  const items = leavingItems(study, link);
  const sentences = [
    holder === undefined ? "" : `Answers are joined with data held by: ${spoken(holder)}.`,
    key.length === 0 ? "" : `They are joined by ${joined(key, "and")}.`,
    consent === undefined ? "" : `Those who are linked have consented to “${spoken(consent)}”.`,
    smallestGroup === undefined ? "" : `Groups of fewer than ${smallestGroup} are not reported.`,
    keepYears === undefined ? "" : `The data are kept for ${keepYears} ${keepYears === 1 ? "year" : "years"}.`,
  ].filter((part) => part !== "");
  return [
    ...named(`Linkage with ${spoken(link.id)}`, sentences.join(" ")),
    ...(items.length === 0
      ? []
      : [
          table(
            `What becomes of each variable before the linkage with ${spoken(link.id)}`,
            ["Variable", "Wording", "What becomes of it"],
            items.map(({ name, item, as, to }) => [
              [code(name)],
              item === undefined ? [say("column of the other data")] : wordsOr(context, item.stem, say("")),
              [say(`${FATES[as]}${to === undefined ? "" : `: ${spoken(to)}`}`)],
            ]),
          ),
        ]),
  ];
}

function table(caption: string, head: readonly string[], rows: readonly (readonly Runs[])[]): Table {
  return { kind: "table", caption: [say(caption)], head: head.map((name) => [say(name)]), rows };
}
