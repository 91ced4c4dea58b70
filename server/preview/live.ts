import type { Expression } from "../expression/expression.ts";
import { languageOf } from "../language/language.ts";
import { type Phrases, phrasesFor } from "../language/phrases.ts";
import type { Instrument, Section } from "../model/instrument.ts";
import { responseOf } from "../model/resolve.ts";
import { type Answer, readAnswer } from "../scoring/answers.ts";
import { condition } from "../scoring/formula.ts";
import type { Person } from "../scoring/person.ts";
import type { CompiledInstrument } from "../scoring/pipeline.ts";
import { cellsOf } from "./cells.ts";
import { contradictions } from "./contradictions.ts";
import { liveScores } from "./liveScore.ts";
import { notPossible } from "./notPossible.ts";
import type { Filled, Live, Message } from "./view.ts";
import { wordsIn } from "./wordsIn.ts";

/** Whether a condition is true with the answers so far; undefined where that cannot be decided. */
type Holds = (tree: Expression) => boolean | undefined;

/** Routing, messages and scores as what has been filled in so far makes them. */
export function liveOf(compiled: CompiledInstrument, filled: Filled, language?: string): Live {
  const { instrument } = compiled;
  const answers = new Map<string, Answer>();
  const refused = new Map<string, string>();
  const told: Told = { refused, filled, language, phrases: phrasesFor(language ?? instrument.metadata.language ?? "en") };
  for (const [id, cell] of cellsOf(instrument, filled)) {
    const item = instrument.items.get(id);
    if (item !== undefined) {
      const { answer, problem } = readAnswer(instrument, item, cell);
      answers.set(id, answer);
      if (problem !== undefined) {
        refused.set(id, cell);
      }
    }
  }
  const person = compiled.score((id) => answers.get(id));
  const holds: Holds = (tree) => condition(instrument, compiled.lookup, tree)(person);
  return {
    asked: routing(instrument, person, holds),
    holds,
    screenedOut: (id) => endsAt(instrument.sections.get(id), holds),
    messages: (id) => messagesOf(instrument, holds, id, told),
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

interface Told {
  /** Answers that their responses do not have, as they were written. */
  readonly refused: ReadonlyMap<string, string>;
  readonly filled: Filled;
  readonly language?: string;
  readonly phrases: Phrases;
}

/** What is no possible answer, what does not go together, then the checks that fail. A check that cannot be decided says nothing. */
function messagesOf(instrument: Instrument, holds: Holds, id: string, { refused, filled, language, phrases }: Told): readonly Message[] {
  const item = instrument.items.get(id);
  const response = item && responseOf(instrument, item);
  if (item === undefined) {
    return [];
  }
  const given = refused.get(id);
  const own = [
    ...(given === undefined ? [] : [notPossible(given, response, phrases)]),
    ...(response === undefined ? [] : contradictions(item, response, filled, { language, phrases })),
  ];
  const mark = phrases.isForeign ? phrases.language : undefined;
  const failed = item.checks.filter((check) => holds(check.that) === false);
  return [
    ...own.map((words) => ({ words, language: mark })),
    ...failed.map(({ say }): Message => {
      if (say === undefined) return { words: phrases.text("doesNotFit"), language: mark };
      const words = wordsIn(say, language) ?? say.own;
      const isOwn = language !== undefined && !say.languages.has(language);
      return { words, language: isOwn ? languageOf(instrument.metadata.language ?? "en") : undefined };
    }),
  ];
}
