/** An instrument that needs all instructions, with its texts in one language alone. */
export const everything = (language: string) => `instrument: all
language: ${language}
title: ¶
version: 1.0.0
responses:
  yes_no: {options: {"yes": ¶, "no": ¶}}
  reasons: {type: multiple, options: {a: ¶, b: {label: ¶, when: hours > 30.5}, c: {label: ¶, exclusive: true}, d: {label: ¶, other: true}}}
sections:
  begin:
    title: ¶
    response: yes_no
    screen_out: agreed == "no"
    items:
      agreed: ¶
      why: {text: "¶ {agreed}", response: {type: text}, when: agreed == "yes"}
      hours: {text: ¶, response: {type: decimal, min: 0.5, max: 80, unit: ¶}}
      low: {text: ¶, response: {type: integer, min: 16}}
      high: {text: ¶, response: {type: integer, max: 16}}
      day: {text: ¶, response: {type: date}}
      clock: {text: ¶, response: {type: time}}
      long: {text: ¶, response: {type: duration}}
      many: {text: ¶, response: reasons}
      order: {text: ¶, response: {type: rank, options: {a: ¶, b: ¶}}}
      share: {text: ¶, response: {type: allocate, total: 100, options: {a: ¶, b: ¶}}}
      picture: {text: ¶, response: {type: file}}
  later:
    title: ¶
    when: hours between 3 and 5 and not (agreed == "no" or answered(day))
    repeat: {label: ¶, min: 1, max: 3}
    items:
      again:
        text: ¶
        response: yes_no
        when: selected(many, "a") or count(many) >= 2
      more:
        text: ¶
        response: yes_no
        when: missing(why) or hours in [1, 2]
  last:
    title: ¶
    repeat: {min: 2}
    response: {from: 1, to: 5}
    items:
      s1: ¶
      s2: ¶
      s3:
        text: ¶
        when: any(s1..s2 >= 2, s1 == 5)
`;

/** A Delphi study that needs all instructions, with its texts in one language alone. */
export const delphi = (language: string) => `delphi: all
language: ${language}
title: ¶
version: 1.0.0
anonymity: quasi
panel: {groups: {g: {label: ¶, target: 3, minimum: 2}}}
responses: {r: {from: 1, to: 3, unable: {code: U, label: ¶}}}
consensus:
  declared: 2026-01-05
  scope: each_group_and_pooled
  include: {all: [{percent_in: [2, 3], at_least: 62.5}, {not: {percent_within: {of: median, distance: 1}, below: 10}}]}
  exclude: {any: [{iqr: {at_most: 1, quantile: type7}}, {all: [{mean: {above: 2}}, {sd: {below: 1}}]}]}
  otherwise: carry
  minimum_rated: 2
statements:
  one: {title: ¶, response: r, items: {a: ¶, b: {text: ¶, introduced: 2, from: {round: 1, suggested_by: 2}}}}
rounds:
  1: {mode: mixed, closes: 2026-02-23, suggest: {max: 5, adopt_if: 2}, aim: ¶}
  2: {mode: ranking, feedback: {own: true, show: [median, mean, sd, iqr, distribution], by: group}}
  3: {mode: open}
`;

/** The same of a topic guide. */
export const guide = (language: string) => `guide: all
language: ${language}
title: ¶
version: 1.0.0
method: mixed
mode: in_person
duration: 60 minutes
recording: {audio: true, video: true, transcribe: verbatim, quote: false}
distress: ¶
consent: [take_part, audio_recording, quotation, image_use]
sites: {s: ¶}
audiences: {w: {label: ¶, method: focus_group, size: [4, 8]}, m: {label: ¶, method: interview}}
photos: {safeguards: {identifiable_people: false, publish_needs: image_use}, prompts: {p: {text: ¶}}}
topics:
  o: {title: ¶, kind: opening, minutes: 1, questions: {q1: {text: ¶, uses: photos, probes: [¶]}}}
  c: {title: ¶, kind: closing, minutes: 5, audiences: [w], questions: {q2: {text: ¶}}}
`;
