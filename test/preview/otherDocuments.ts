import { Engine } from "../../server/analysis/engine.ts";
import { readRatings } from "../../server/delphi/readRatings.ts";
import { viewOf } from "../../server/features/preview.ts";
import { layOut } from "../../server/preview/graph/layOut.ts";
import type { View } from "../../server/preview/view.ts";

/** What a document says where an author may write anything: the same words everywhere, or words that tell places apart. */
export type Say = (place: string) => string;

const plain: Say = (place) => place.replaceAll("_", " ");

/** A document in which every part of its kind is used, with these words in every text. */
export function everyDocument(say: Say = plain): ReadonlyMap<string, string> {
  const q = (place: string) => JSON.stringify(say(place));
  const metadata = `title: ${q("title")}
version: ${q("1.0.0")}
language: en
authors: [${q("author")}]
description: ${q("description")}
source: {citation: ${q("citation")}, url: ${q("address")}}
licence: {name: ${q("licence")}, holder: ${q("holder")}, url: ${q("licence_address")}, permission: free}
changes: {${q("0.9.0")}: ${q("what_changed")}}
`;
  return new Map([
    ["routed.instrument.yaml", `instrument: routed\n${metadata}${routed(q)}`],
    ["core.delphi.yaml", `delphi: core\n${metadata}${delphi(q)}`],
    ["talk.guide.yaml", `guide: talk\nabout: routed.instrument.yaml\n${metadata}${guide(q)}`],
    ["joined.study.yaml", `study: joined\n${metadata}${study(q)}`],
  ]);
}

const routed = (q: Say) => `responses:
  yes_no: {options: {"yes": ${q("yes")}, "no": ${q("no")}}}
  often: {options: {1: ${q("never")}, 2: ${q("sometimes")}, 3: ${q("often")}}}
sections:
  begin:
    title: ${q("begin")}
    response: yes_no
    items:
      patients: ${q("patients")}
      nights: {text: ${q("nights")}, when: patients == "yes"}
      shifts: {text: ${q("shifts")}, response: {type: integer, min: 0, max: 31}, when: nights == "yes" and patients == "no"}
    screen_out: patients == "no"
  strain:
    title: ${q("strain")}
    response: often
    items: {s1: ${q("tired")}, s2: ${q("worn_out")}}
    sections:
      inner:
        title: ${q("inner")}
        when: strain > 12
        items: {i1: {text: ${q("inner_item")}, response: {type: text}}}
  close:
    title: ${q("close")}
    when: answered(s1) or missing(s1)
    items: {c1: {text: ${q("anything_else")}, response: {type: text}}, c2: {text: ${q("last")}, response: {type: text}}}
scores:
  strain: {label: ${q("strain_score")}, items: [s1, s2], method: sum, range: [2, 6]}
  night: {label: ${q("night_score")}, items: [s2], range: [1, 3]}
`;

const delphi = (q: Say) => `anonymity: quasi
panel:
  groups:
    staff: {label: ${q("staff")}, affected: true, target: 8, minimum: 5}
    managers: {label: ${q("managers")}, target: 3, minimum: 2}
  membership: exactly_one
responses:
  importance: {from: 1, to: 5, anchors: {1: ${q("not_important")}, 5: ${q("critical")}}, bands: {low: [1, 2], high: [4, 5]}, unable: {code: UR, label: ${q("unable")}}}
  agree: {options: {1: ${q("disagree")}, 2: ${q("neither")}, 3: ${q("agree")}, 9: {label: ${q("no_opinion")}, missing: true}}}
  fine: {type: vas, from: 0, to: 100, anchors: {0: ${q("least")}, 100: ${q("most")}}}
statements:
  first:
    title: ${q("first_group")}
    text: ${q("introduction")}
    response: importance
    items:
      a1: ${q("statement_a1")}
      a2: {text: ${q("statement_a2")}, wording: {1: ${q("former_a2")}}}
      a3: {text: ${q("statement_a3")}, dropped: {after: 1, reason: ${q("reason")}}}
      a4: {text: ${q("statement_a4")}, merged_into: a1}
      a5: {text: ${q("statement_a5")}, introduced: 2, from: {round: 1, suggested_by: 3}}
  second:
    title: ${q("second_group")}
    response: agree
    items: {b1: ${q("statement_b1")}, b2: {text: ${q("statement_b2")}, decided: {after: 2, as: include}}}
  third:
    title: ${q("third_group")}
    response: fine
    items: {c1: ${q("statement_c1")}}
rounds:
  1: {mode: mixed, opens: 2026-01-05, closes: 2026-01-20, suggest: {max: 2, adopt_if: 2}, aim: ${q("aim_1")}}
  2: {mode: rating, opens: 2026-02-05, closes: 2026-02-20, ask: all, add: suggested, feedback: {own: true, show: [median, mean, sd, iqr, distribution], by: group}, aim: ${q("aim_2")}}
  3: {mode: rating, opens: 2026-03-05, closes: 2026-03-20, ask: undecided, feedback: {own: true, show: [median, distribution]}, aim: ${q("aim_3")}}
consensus:
  declared: 2026-01-02
  denominator: rated
  scope: each_group
  include: {all: [{percent_in: [4, 5], at_least: 70}, {median: {at_least: 4}}]}
  exclude: {percent_in: [1, 2], at_least: 70}
  otherwise: carry
  minimum_rated: 2
decide_after: [2, 3]
stability: {measure: percent_changed, below: 15}
stop: {any: [{rounds: 3}, {all_items: [include, exclude, stable]}]}
undecided: report
`;

/** Staff rate in both rounds, managers are too few to be shown. */
export const RATINGS: readonly (readonly string[])[] = [1, 2].flatMap((round) =>
  ["s1", "s2", "s3", "s4", "s5", "s6", "m1", "m2"].flatMap((panellist, place) =>
    ["a1", "a2", ...(round === 1 ? ["a3", "a4"] : ["a5"])].map((statement) => [
      String(round),
      panellist,
      panellist.startsWith("s") ? "staff" : "managers",
      statement,
      place === 0 && statement === "a2" ? "UR" : String(3 + ((place + round) % 3)),
    ]),
  ),
);

const guide = (q: Say) => `method: mixed
mode: ${q("mode")}
duration: 60 minutes
recording: {audio: true, video: true, transcribe: ${q("transcribe")}, quote: true}
distress: ${q("distress")}
consent: [take_part, audio_recording, quotation, image_use]
sites: {site1: ${q("site_1")}, site2: ${q("site_2")}}
audiences:
  worker: {label: ${q("worker")}, method: focus_group, size: [4, 8]}
  manager: {label: ${q("manager")}, method: interview, leads: [worker]}
photos:
  safeguards: {identifiable_people: false, redact: ${q("redact")}, publish_needs: image_use}
  alternative: ${q("alternative")}
  prompts: {p1: {text: ${q("prompt")}, covers: [strain]}}
topics:
  opening: {title: ${q("opening")}, kind: opening, minutes: 10, questions: {q1: {text: ${q("question_1")}, uses: photos}}}
  middle:
    title: ${q("middle")}
    minutes: 30
    audiences: [worker]
    questions: {q2: {text: ${q("question_2")}, covers: [strain], probes: [${q("probe_1")}, ${q("probe_2")}]}, q3: {text: ${q("question_3")}, audiences: [worker]}}
  closing: {title: ${q("closing")}, kind: closing, minutes: 5, questions: {q4: {text: ${q("question_4")}}}}
`;

const study = (q: Say) => `planned: {n: 300}
design: ${q("design")}
minimum_service: 6 months
documents: {survey: routed.instrument.yaml, talk: talk.guide.yaml, core: core.delphi.yaml, lost: ${q("lost_file")}}
phases: {survey: {label: ${q("survey_phase")}, document: survey}, talks: {label: ${q("talk_phase")}, document: talk, after: survey}}
sampling:
  people: {from: survey, to: talks, consent: recontact, eligible: patients == "yes", target: 20, reserve: 5, vary_by: [{score: strain, cut: terciles}, patients]}
waves:
  anchor: c1
  document: survey
  at:
    w0: {after: 0 weeks, window: [0 weeks, 4 weeks], sections: [begin, strain]}
    w1: {after: 3 months, window: [-2 weeks, 4 weeks], sections: [strain]}
    w2: {after: 12 months, sections: [strain]}
linkage:
  records: {holder: ${q("holder")}, key: [${q("key")}], consent: link, remove: [${q("removed")}], coarsen: {s1: five_year_band}, smallest_group: 10, keep_years: 5}
  other: {holder: ${q("other_holder")}, key: [c2], consent: link, remove: [], coarsen: {}}
consents:
  take_part: {label: ${q("take_part")}, kind: required, withdraw: ${q("withdraw_1")}}
  recontact: {label: ${q("recontact")}, kind: optional, withdraw: any_time}
  link: {label: ${q("link")}, kind: optional, withdraw: any_time}
`;

/** The views of all of them; the Delphi study with ratings unless they are left out. */
export function viewsOf(documents: ReadonlyMap<string, string>, ratings = RATINGS): ReadonlyMap<string, View> {
  const host = { read: (path: string) => documents.get(path) };
  return new Map(
    [...documents].map(([name, text]) => {
      const { analysis } = new Engine(text, host);
      const header = ["round", "panellist", "group", "statement", "rating"];
      const read = analysis.delphi && ratings.length > 0 ? readRatings(analysis.delphi, { header, rows: ratings }) : undefined;
      return [name, viewOf(analysis, { layOut, ratings: read && "ratings" in read ? read.ratings : undefined })];
    }),
  );
}
