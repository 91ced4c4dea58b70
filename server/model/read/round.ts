import type { Field } from "../../syntax/outline.ts";
import type { Feedback, Round } from "../delphi.ts";
import { setOrigin } from "../origins.ts";
import { readConsensus } from "./consensus.ts";
import { readResponseOrName } from "./item.ts";
import { choiceIn, fieldsIn, find, listIn, type Reading, truthIn, wholeIn, wordIn, wordsIn } from "./reader.ts";
import { wholeOf } from "./response.ts";
import { readText } from "./text.ts";

/** A round from its entry; undefined where its key is no number. */
export function readRound(reading: Reading, field: Field): Round | undefined {
  if (!/^[1-9]\d{0,3}$/.test(field.name)) return undefined;
  const fields = fieldsIn(reading, field) ?? [];
  const suggest = fieldsIn(reading, find(fields, "suggest"));
  const round: Round = {
    number: Number(field.name),
    mode: choiceIn(reading, find(fields, "mode"), ["open", "rating", "mixed", "ranking"]),
    opens: wordIn(reading, find(fields, "opens")),
    closes: wordIn(reading, find(fields, "closes")),
    suggest: suggest && { max: wholeIn(reading, find(suggest, "max")), adoptIf: wholeIn(reading, find(suggest, "adopt_if")) },
    reminders: listIn(reading, find(fields, "reminders")).flatMap(({ node }) =>
      node.kind === "scalar" && typeof node.value === "number" ? [node.value] : [],
    ),
    ask: choiceIn(reading, find(fields, "ask"), ["all", "undecided"]),
    add: choiceIn(reading, find(fields, "add"), ["suggested"]),
    feedback: readFeedback(reading, find(fields, "feedback")),
    response: readResponseOrName(reading, find(fields, "response")),
    consensus: readConsensus(reading, find(fields, "consensus")),
    aim: readText(reading, find(fields, "aim")),
  };
  setOrigin(round, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return round;
}

function readFeedback(reading: Reading, field: Field | undefined): Feedback | undefined {
  const fields = fieldsIn(reading, field);
  if (!field || !fields) return undefined;
  const feedback: Feedback = {
    own: truthIn(reading, find(fields, "own")) ?? false,
    show: wordsIn(reading, find(fields, "show")),
    by: choiceIn(reading, find(fields, "by"), ["group", "pooled"]),
  };
  setOrigin(feedback, { segment: field.segment, name: field.key, whole: wholeOf(field), fields });
  return feedback;
}
