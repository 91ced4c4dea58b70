import type { Expression } from "../expression/expression.ts";
import type { Instrument, Section } from "../model/instrument.ts";
import { responseOf } from "../model/resolve.ts";
import { type Answer, readAnswer } from "../scoring/answers.ts";
import { condition } from "../scoring/formula.ts";
import type { Person } from "../scoring/person.ts";
import type { CompiledInstrument } from "../scoring/pipeline.ts";
import { cellsOf } from "./cells.ts";
import { contradictions } from "./contradictions.ts";
import { liveScores } from "./liveScore.ts";
import type { Filled, Live } from "./view.ts";
import { wordsIn } from "./wordsIn.ts";

/** Whether a condition is true with the answers so far; undefined where that cannot be decided. */
type Holds = (tree: Expression) => boolean | undefined;

/** Routing, messages and scores as what has been filled in so far makes them. */
export function liveOf(compiled: CompiledInstrument, filled: Filled, language?: string): Live {
  const { instrument } = compiled;
  const answers = new Map<string, Answer>();
  const problems = new Map<string, string>();
  for (const [id, cell] of cellsOf(instrument, filled)) {
    const item = instrument.items.get(id);
    if (item !== undefined) {
      const { answer, problem } = readAnswer(instrument, item, cell);
      answers.set(id, answer);
      if (problem !== undefined) {
        problems.set(id, problem);
      }
    }
  }
  const person = compiled.score((id) => answers.get(id));
  const holds: Holds = (tree) => condition(instrument, compiled.lookup, tree)(person);
  return {
    asked: routing(instrument, person, holds),
    holds,
    screenedOut: (id) => endsAt(instrument.sections.get(id), holds),
    messages: (id) => [...(problems.has(id) ? [problems.get(id) ?? ""] : []), ...messagesOf(instrument, holds, id, { filled, language })],
    scores: liveScores(instrument, person),
  };
}

/** An item is asked where its own condition and those of the sections around it hold, and no section before it has ended the questionnaire. */
function routing(instrument: Instrument, person: Person, holds: Holds): Live["asked"] {
  const sections = instrument.sections.values();
  const last = sections.findIndex((section) => endsAt(section, holds));
  return (id) => {
    const item = instrument.items.get(id);
    const section = instrument.sections.get(item?.section ?? id);
    const sections = around(instrument, section);
    const outermost = sections.at(-1);
    if (last >= 0 && outermost !== undefined && instrument.sections.indexOf(outermost.id) > last) {
      return false;
    }
    if (item !== undefined) {
      return person.asked(id);
    }
    const truths = sections.map(({ when }) => (when === undefined ? true : holds(when)));
    return truths.includes(false) ? false : truths.includes(undefined) ? undefined : true;
  };
}

function endsAt(section: Section | undefined, holds: Holds): boolean {
  return section?.screenOut !== undefined && holds(section.screenOut) === true;
}

/** A section and those that it is nested in, from the inside out. */
function around(instrument: Instrument, section: Section | undefined): readonly Section[] {
  const found: Section[] = [];
  for (
    let next = section;
    next !== undefined && !found.includes(next);
    next = next.parent === undefined ? undefined : instrument.sections.get(next.parent)
  ) {
    found.push(next);
  }
  return found;
}

/** What does not go together, then the checks that fail. A check that cannot be decided says nothing. */
function messagesOf(
  instrument: Instrument,
  holds: Holds,
  id: string,
  { filled, language }: { readonly filled: Filled; readonly language?: string },
): readonly string[] {
  const item = instrument.items.get(id);
  if (item === undefined) {
    return [];
  }
  const response = responseOf(instrument, item);
  const failed = item.checks.filter((check) => holds(check.that) === false);
  return [
    ...(response === undefined ? [] : contradictions(item, response, filled, language)),
    ...failed.map((check) => wordsIn(check.say, language) ?? "this does not fit the other answers"),
  ];
}
