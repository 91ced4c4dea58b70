import { compiledScores } from "../evidence/compiledScores.ts";
import { MARKS } from "../evidence/marks.ts";
import { coverageCollector, type Target } from "../scoring/coverage.ts";
import type { Person } from "../scoring/person.ts";
import { runInlineTest } from "../scoring/tests.ts";
import { type Context, rule } from "./rule.ts";

/** Silent where a test over data files may exercise everything: what is in them is not looked at here. */
export default rule({
  code: "untested-score",
  severity: "info",
  summary: "No test exercises a score, or a part of its definition.",
  looksAt: "score",
  *check(part, context) {
    const { value: score } = part;
    if (score.level === "group" || context.marked(MARKS.testOverFiles).length > 0) return;
    if (context.scoring.scores.get(part.id) !== score || context.isFaulty(part.id)) return;
    const tests = testsOf(part.id, context);
    if (tests.length === 0) {
      // Who takes the score in a span is then not looked for, so that "no test" could be untrue.
      if (context.scoring.scores.size > MOST_SCORES) return;
      yield { at: context.at.name(score), message: `no test expects "${part.id}", or a score that uses it` };
      return;
    }
    const people = tests.flatMap((test) => personOf(test, context) ?? []);
    if (people.length < tests.length) return;
    const compiled = context.derive(`compiled ${part.id}`, () => compiledScores([part.id], context));
    if (compiled.faulty.has(part.id)) return;
    const collector = coverageCollector(compiled);
    for (const person of people) collector.add(person, [part.id]);
    const coverage = collector.report().find((one) => one.score === part.id);
    const missed = coverage?.targets.filter(({ covered }) => !covered) ?? [];
    if (coverage?.tested && missed.length === 0) return;
    yield {
      at: context.at.name(score),
      message: coverage?.tested ? `no test of "${part.id}" has ${listed(missed)}` : `no test expects "${part.id}", or a score that uses it`,
    };
  },
});

/** The tests that expect the score, or one that is made from it. */
function testsOf(id: string, context: Context): readonly string[] {
  const seen = new Set([id]);
  const tests = new Set<string>();
  for (const score of seen) {
    for (const user of context.users(score)) {
      if (user.kind === "score") seen.add(user.id);
      else if (user.kind === "test") tests.add(user.id);
    }
    for (const user of usersOfSpans(score, context)) seen.add(user);
  }
  return [...tests];
}

/** Scores that take this one in between the ends of a span, in documents with so few scores that looking at each is cheap. */
function usersOfSpans(id: string, { users, references, scoring }: Context): readonly string[] {
  const ids = scoring.scores.ids();
  if (ids.length > MOST_SCORES) return [];
  return ids.slice(0, ids.indexOf(id)).flatMap((first) =>
    users(first).flatMap((user) => {
      const spans = user.kind === "score" ? references(user).filter((reference) => reference.id === first && reference.last) : [];
      return spans.some(({ last }) => last && scoring.scores.span(first, last)?.includes(id)) ? [user.id] : [];
    }),
  );
}

const MOST_SCORES = 100;

/** Who a test is about; undefined where it cannot be run as it is written. */
function personOf(id: string, context: Context): Person | undefined {
  return context.derive(`person of the test ${id}`, ({ scoring }) => {
    const test = scoring.tests.get(id);
    if (!test) return undefined;
    const compiled = compiledScores(
      test.expect.map(({ name }) => name),
      context,
    );
    const outcome = runInlineTest(compiled, test, scoring);
    return outcome.unusable.length > 0 ? undefined : compiled.score(outcome.answers);
  });
}

const MOST = 4;

function listed(targets: readonly Target[]): string {
  const names = targets.map(({ kind, name }) => WORDS[kind](name));
  return names.length <= MOST + 1 ? names.join(", ") : `${names.slice(0, MOST).join(", ")} and ${names.length - MOST} more`;
}

const WORDS: Record<Target["kind"], (name: string) => string> = {
  item: (name) => `an answer to "${name}"`,
  reversal: (name) => `an answer to "${name}" off its middle`,
  "band edge": (name) => `the edge of the band ${name}`,
  "cut-off": (name) => `the cut-off ${name}`,
  "missing count": (name) => (name === "0" ? "complete answers" : `${name} missing`),
  case: (name) => `case ${name}`,
};
