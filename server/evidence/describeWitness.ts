/** Answers that reach an end of a range, in short: items with one answer together, `phq1, phq2 = 3`. */
export function describeWitness(answers: ReadonlyMap<string, string> | undefined, most = 4): string {
  if (!answers || answers.size === 0) return "without any answer";
  const byAnswer = new Map<string, string[]>();
  for (const [item, answer] of answers) byAnswer.set(answer, [...(byAnswer.get(answer) ?? []), item]);
  const groups = [...byAnswer].map(
    ([answer, items]) => `${items.length > 3 ? `${items[0]} … ${items.at(-1)}` : items.join(", ")} = ${answer}`,
  );
  return groups.length > most ? `${groups.slice(0, most).join(", ")} …` : groups.join(", ");
}
