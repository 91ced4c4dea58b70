import type { Expression } from "../../server/expression/expression.ts";
import { parseFormula } from "../../server/expression/parser.ts";
import type { Instrument } from "../../server/model/instrument.ts";
import { instrument, number, options, response, score, text } from "./instruments.ts";

/** An instrument that has one of everything that the preview can show. Illustrative; its wording is ours. */
export function everything(): Instrument {
  return instrument({
    id: "everything",
    metadata: {
      title: text("Work and rest", { cy: "Gwaith a gorffwys", ar: "العمل والراحة" }),
      version: "2.1.0",
      language: "en",
      languages: ["cy", "ar"],
      authors: ["A. Author", "B. Author"],
      description: text("Shows every kind of answer."),
      source: { citation: "Author A. Work and rest. Journal 2020", doi: "10.1000/182", verbatim: true },
      licence: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/", permission: "free" },
      planned: 250,
      changes: new Map([["2.1.0", "added the ranking"]]),
    },
    responses: [
      response({
        id: "agree5",
        options: options([
          ["1", "Strongly disagree"],
          ["2", "Disagree"],
          ["3", "Neither agree nor disagree"],
          ["4", "Agree"],
          ["5", "Strongly agree"],
          ["99", "Prefer not to say", { missing: true }],
        ]),
      }),
      response({
        id: "yes_no",
        options: options([
          ["yes", "Yes", { score: number(1) }],
          ["no", "No", { score: number(0) }],
        ]),
      }),
      response({
        id: "reasons",
        type: "multiple",
        randomise: true,
        options: options([
          ["pay", "Pay"],
          ["workload", "Workload", { when: formula("weekly_hours > 30") }],
          ["else", "Another reason", { other: true }],
          ["none", "None of these", { exclusive: true, fixed: true }],
        ]),
      }),
      response({
        id: "importance9",
        type: "rating",
        from: number(1),
        to: number(9),
        anchors: new Map([
          ["1", text("Not important")],
          ["9", text("Critical")],
        ]),
        bands: new Map([["critical", [number(7), number(9)] as const]]),
        unable: { code: "UR", label: text("Unable to rate") },
      }),
      response({
        id: "mood",
        type: "vas",
        from: number(0),
        to: number(100),
        step: number(1),
        anchors: new Map([
          ["0", text("Worst day")],
          ["100", text("Best day")],
        ]),
      }),
      response({ id: "own_words", type: "text" }),
    ],
    sections: [
      {
        id: "consent",
        title: text("Taking part", { cy: "Cymryd rhan", ar: "المشاركة" }),
        kind: "consent",
        response: "yes_no",
        screenOut: formula('take_part == "no"'),
        items: [{ id: "take_part", stem: text("I agree to take part."), require: true, help: text("You may stop at any time.") }],
      },
      {
        id: "feelings",
        title: text("How you see your work", { cy: "Sut rydych chi'n gweld eich gwaith", ar: "كيف ترى عملك" }),
        text: text("How far do you agree with each statement?\nThere are no right answers."),
        response: "agree5",
        layout: "matrix",
        items: [
          {
            id: "w1",
            stem: text("I can settle a hard day at work.", { cy: "Gallaf dawelu diwrnod caled.", ar: "أستطيع تهدئة يوم شاق." }),
            require: true,
            recall: "past 6 months",
          },
          { id: "w2", stem: text("My work wears me out."), reverse: true, require: true },
          { id: "w3", stem: text("I would choose this work again."), help: text("Think of the work itself.") },
          {
            id: "w4",
            stem: text("Things will never get better."),
            alert: text("Help is there day and night: 0800 000 000."),
            when: formula("w2 >= 4"),
            skipped: number(1),
          },
        ],
      },
      {
        id: "details",
        title: text("Some details"),
        items: [
          { id: "leaving", stem: text("Have you thought of leaving?"), response: "yes_no", require: "soft" },
          {
            id: "why",
            stem: text("You answered “{leaving}”. What was the reason?"),
            response: "own_words",
            when: formula('leaving == "yes"'),
            source: "own wording",
            note: "asked since 2.0.0",
          },
          { id: "why_ticked", stem: text("Which of these played a part?"), response: "reasons" },
          {
            id: "weekly_hours",
            stem: text("How many hours do you work in a week?"),
            response: response({ id: "hours", type: "decimal", min: number(0), max: number(80), unit: text("hours") }),
            checks: [{ that: formula("weekly_hours <= 60"), say: text("Is that right?") }],
          },
          {
            id: "age",
            stem: text("How old are you?"),
            response: response({
              id: "age_years",
              type: "integer",
              min: number(16),
              unit: text("years"),
              options: options([["-9", "Prefer not to say", { missing: true }]]),
            }),
            privacy: "indirect_identifier",
          },
          { id: "rest", stem: text("How important is rest?"), response: "importance9" },
          { id: "today", stem: text("How is today?"), response: "mood" },
          { id: "started", stem: text("When did you start?"), response: response({ id: "day", type: "date" }) },
          { id: "bedtime", stem: text("When do you go to bed?"), response: response({ id: "clock", type: "time" }) },
          { id: "service", stem: text("How long have you been in the role?"), response: response({ id: "length", type: "duration" }) },
          {
            id: "order",
            stem: text("Put these in order."),
            response: response({
              id: "ranked",
              type: "rank",
              options: options([
                ["a", "Time"],
                ["b", "Money"],
                ["c", "Company"],
              ]),
            }),
          },
          {
            id: "points",
            stem: text("Give out 100 points."),
            response: response({
              id: "shares",
              type: "allocate",
              total: number(100),
              options: options([
                ["a", "Time"],
                ["b", "Money"],
              ]),
            }),
          },
          { id: "photo", stem: text("A picture of your place of rest."), response: response({ id: "picture", type: "file" }) },
          {
            id: "capital",
            stem: text("Which is the capital of Wales?"),
            response: response({
              id: "cities",
              options: options([
                ["a", "Swansea"],
                ["b", "Cardiff"],
              ]),
            }),
            key: "b",
            standard: { name: "General knowledge", nation: "Wales" },
          },
          { id: "nothing_yet", stem: text("An item without a response.") },
        ],
      },
      {
        id: "closing",
        layout: "page",
        randomise: true,
        when: formula("w1 > 0"),
        response: "own_words",
        items: [
          { id: "last1", stem: text("What helps?"), scored: false },
          { id: "last2", stem: text("What else?"), scored: false },
        ],
      },
      { id: "jobs", title: text("Each job"), repeat: { label: text("job"), min: 1, max: 3 } },
      {
        id: "inner",
        parent: "jobs",
        title: text("One job"),
        response: "yes_no",
        items: [{ id: "night_work", stem: text("Do you work at night?") }],
      },
    ],
    recodes: [
      {
        id: "halves",
        rows: [
          { match: { kind: "code", code: "1" }, to: number(0) },
          { match: { kind: "interval", low: number(2), lowOpen: false, high: number(5), highOpen: true }, to: number("0.5") },
          { match: { kind: "else" } },
        ],
      },
    ],
    scores: [
      score({
        id: "work",
        label: text("Work satisfaction"),
        entries: [{ first: "w1", last: "w3", minus: false }],
        method: "sum",
        missing: { allow: 1, above: false, always: ["w1"], fill: "person_mean" },
        range: { min: number(3), max: number(15) },
        higher: text("more satisfied"),
        round: { to: number(1), mode: "half_up" },
        bands: {
          kind: "bands",
          bands: [
            { name: "low", from: number(3), to: number(7) },
            { name: "middle", from: number(8), to: number(11) },
            { name: "very_high", from: number(12), to: number(15) },
          ],
        },
        cutOffs: [{ name: "needs_talk", comparison: "at_most", at: number(6), source: "Author 2020" }],
      }),
      score({
        id: "share",
        label: text("Share of the best"),
        entries: [{ first: "work", minus: false }],
        transform: [{ kind: "rescale", low: number(0), high: number(100) }],
      }),
      score({
        id: "kind",
        label: text("Kind of worker"),
        cases: [{ when: formula("work >= 12"), is: { kind: "text", value: "content" } }, { is: { kind: "text", value: "other" } }],
      }),
      score({ id: "long_hours", value: formula("weekly_hours > 48") }),
      score({ id: "root", label: text("Something irrational"), value: formula("sqrt(weekly_hours) * work") }),
      score({ id: "steps", label: text("In between"), helper: true, value: formula("work / 2") }),
      score({ id: "team", label: text("Satisfied team"), level: "group", by: "leaving", smallestGroup: 10, value: formula("mean(work)") }),
    ],
  });
}

export function formula(words: string): Expression {
  return parseFormula(words).tree;
}
