import type { Item, Score } from "../model/instrument.ts";
import { possibleAnswers, readClosure, responseOf } from "../model/resolve.ts";
import { ZERO } from "../number/exact.ts";
import { printExact } from "../number/print.ts";
import type { Context } from "../preview/context.ts";
import { type Answer, readAnswer } from "../scoring/answers.ts";
import type { AnswersOf, CompiledInstrument } from "../scoring/pipeline.ts";
import { givenAnswers } from "../scoring/tests.ts";
import type { Block } from "./block.ts";
import { stepsInWords, valueInWords } from "./stepsInWords.ts";
import { code, say } from "./words.ts";

/** One person's answers worked through: those of a scoring test that gives the score a value, or answers that go round the codes. */
export function workedExample(context: Context, compiled: CompiledInstrument, score: Score): readonly Block[] {
  if (score.level === "group") return [];
  for (const { says, answers } of examples(context, compiled, score)) {
    const result = compiled.score(answers).result(score.id);
    if (result === undefined || result.value.kind === "missing") continue;
    return [
      { kind: "paragraph", content: [say("Worked example", "strong"), say(` (${says}):`)] },
      { kind: "list", ordered: true, items: stepsInWords(context, score, result) },
      { kind: "paragraph", content: [code(score.id), say(` = ${valueInWords(result.value)}`, "strong")] },
    ];
  }
  return [];
}

interface Example {
  readonly says: string;
  readonly answers: AnswersOf;
}

/** Tests whose answers differ from each other show the steps best, then made-up answers, then the other tests. */
function examples({ instrument }: Context, compiled: CompiledInstrument, score: Score): readonly Example[] {
  const needed = readClosure(instrument, [score.id]);
  const varied: Example[] = [];
  const others: Example[] = [];
  for (const test of instrument.tests.values()) {
    if (test.responses !== undefined || !test.expect.some(({ name }) => name === score.id)) continue;
    const given = givenAnswers(compiled.instrument, test);
    const kinds = new Set([...given].flatMap(([id, answer]) => (needed.has(id) && answer.kind === "point" ? [answer.code] : [])));
    const example = { says: `the scoring test “${test.id}”`, answers: (item: string) => given.get(item) };
    if (kinds.size > 1) varied.push(example);
    else others.push(example);
  }
  const made = madeUp(instrument, needed);
  return [...varied, { says: "made-up answers", answers: (item) => made.get(item) }, ...others];
}

function madeUp(instrument: Context["instrument"], needed: ReadonlySet<string>): ReadonlyMap<string, Answer> {
  const made = new Map<string, Answer>();
  for (const [index, item] of instrument.items.values().entries()) {
    if (!needed.has(item.id)) continue;
    const cell = cellFor(instrument, item, index);
    if (cell !== undefined) made.set(item.id, readAnswer(instrument, item, cell).answer);
  }
  return made;
}

/** One answer of those that there are; another one at the next item, so that the steps can be told apart. */
function cellFor(instrument: Context["instrument"], item: Item, index: number): string | undefined {
  const possible = possibleAnswers(instrument, item);
  if (possible?.kind === "codes") return possible.answers[index % Math.max(1, possible.answers.length)]?.code;
  if (possible?.kind === "interval") return printExact(possible.low ?? possible.high ?? ZERO);
  const response = responseOf(instrument, item);
  return response?.type === "multiple" ? response.options.find(({ missing }) => !missing)?.code : undefined;
}
