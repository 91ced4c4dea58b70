/** A document to begin from. It is complete: it is checked without a finding, shown and scored as it stands. */
export interface DocumentTemplate {
  readonly kind: "instrument" | "delphi" | "guide";
  readonly title: string;
  readonly description: string;
  /** Text of a new document with this id. */
  text(id: string): string;
}

export const templates: readonly DocumentTemplate[] = [
  {
    kind: "instrument",
    title: "Questionnaire with a scale",
    description: "Consent, a response scale, three items of which one is reverse-keyed, a score with a missing rule, and a scoring test",
    text: (id) => `instrument: ${id}
title: My questionnaire
version: 0.1.0
language: en
licence: {name: CC BY 4.0, spdx: CC-BY-4.0, permission: free}

responses:
  agree5:
    options:
      1: Strongly disagree
      2: Disagree
      3: Neither agree nor disagree
      4: Agree
      5: Strongly agree
  consent:
    options: {"yes": "Yes", "no": "No"}

sections:
  consent:
    kind: consent
    items:
      take_part: {text: I have read the information sheet and agree to take part., response: consent, require: true}
    screen_out: take_part == "no"
  work:
    title: Your work
    text: How far do you agree with each statement?
    response: agree5
    layout: matrix
    items:
      clear_tasks: My tasks are clear to me at present.
      clear_goals: My goals are clear to me at present.
      vague_duties: {text: My duties are vague at present., reverse: true}

scores:
  role_clarity:
    label: Role clarity
    items: [clear_tasks..vague_duties]
    method: mean
    missing: {need: 2}
    range: [1, 5]
    higher: clearer role

tests:
  mostly clear:
    answers: {clear_tasks: 3, clear_goals: 5, vague_duties: 2}
    expect: {role_clarity: 4}
  one missing:
    answers: {clear_tasks: 5, clear_goals: 3}
    expect: {role_clarity: 4}
  two missing:
    answers: {clear_tasks: 4}
    expect: {role_clarity: missing}
`,
  },
  {
    kind: "delphi",
    title: "Delphi study",
    description: "Two rounds on a scale from 1 to 9, one panel, and a consensus rule that is declared before round 1",
    text: (id) => `delphi: ${id}
title: Which matters most?
version: 0.1.0
language: en
licence: {name: CC BY 4.0, spdx: CC-BY-4.0, permission: free}
anonymity: quasi

panel:
  groups:
    staff: {label: Works in the service, affected: true, target: 30, minimum: 15}

responses:
  importance9: {from: 1, to: 9, anchors: {1: Not important, 9: Critical}, bands: {low: [1, 3], middle: [4, 6], critical: [7, 9]}, unable: {code: UR, label: Unable to rate}}

statements:
  demands:
    response: importance9
    items:
      workload: Workload
      night_work: Night work
      breaks: Breaks during shifts

rounds:
  1: {mode: rating, opens: 2027-02-01, closes: 2027-02-22, aim: Rate each statement}
  2: {mode: rating, opens: 2027-03-15, closes: 2027-04-05, ask: undecided, feedback: {own: true, show: [median, distribution]}}

consensus:
  declared: 2027-01-11
  denominator: rated
  scope: pooled
  include: {all: [{percent_in: critical, at_least: 70}, {percent_in: low, below: 15}]}
  exclude: {all: [{percent_in: low, at_least: 70}, {percent_in: critical, below: 15}]}
  otherwise: carry
  minimum_rated: 10

decide_after: [1, 2]
stop: {any: [{rounds: 2}]}
undecided: report
`,
  },
  {
    kind: "guide",
    title: "Topic guide",
    description: "An interview of an hour with an opening, a main topic, a closing question, consent and a plan for distress",
    text: (id) => `guide: ${id}
title: Interviews about the working day
version: 0.1.0
language: en
licence: {name: CC BY 4.0, spdx: CC-BY-4.0, permission: free}
method: interview
mode: video
duration: 60 minutes
recording: {audio: true, transcribe: verbatim, quote: true}
distress: The interviewer pauses, offers to stop and gives the support sheet.
consent: [take_part, audio_recording, quotation]

topics:
  start:
    kind: opening
    minutes: 10
    questions:
      role: How did you come to your present role?
  day:
    minutes: 40
    questions:
      good_day: {text: How does a good day at work go?, probes: [What helps?, What gets in the way?]}
      hard_day: {text: How does a hard day go?, probes: [Who supports you?]}
  end:
    kind: closing
    minutes: 10
    questions:
      more: What else would you like to say?
`,
  },
];
