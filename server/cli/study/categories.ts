import type { Instrument } from "../../model/instrument.ts";
import { possibleAnswers, responseOf } from "../../model/resolve.ts";
import type { Variation } from "../../model/study.ts";
import type { Exact } from "../../number/exact.ts";
import type { Person } from "../../scoring/person.ts";
import { printValue } from "../../scoring/printValue.ts";
import { stretchesOf } from "../../study/stretches.ts";

/** Something that a sample varies by: what people can be in it, and what a person is. */
export interface PeopleVariation {
  readonly name: string;
  /** In the order of the response or of the numbers. */
  readonly categories: readonly string[];
  readonly categoryOf: (person: Person) => string | undefined;
}

/** `people`: all who answered, whose scores say where shares of the people end. */
export function categoriesOfPeople(
  variations: readonly Variation[],
  instrument: Instrument,
  people: readonly Person[],
): readonly PeopleVariation[] {
  return variations.map((variation) => {
    const { name, cut } = variation;
    const categoryOf = cut
      ? cutOf(
          name,
          stretchesOf(
            cut,
            people.map((person) => numberOf(name, person)),
          ),
        )
      : answerOf(name);
    const declared = cut ? [] : declaredOf(instrument, name);
    const seen = people.flatMap((person) => categoryOf(person) ?? []);
    const numbers = new Map<string, Exact>();
    if (cut)
      for (const person of people) {
        const [category, number] = [categoryOf(person), numberOf(name, person)];
        const least = category === undefined ? undefined : numbers.get(category);
        if (category !== undefined && number && (!least || number.lt(least))) numbers.set(category, number);
      }
    const found = [...new Set([...declared, ...seen])];
    if (cut) found.sort((a, b) => numbers.get(a)?.compare(numbers.get(b) ?? 0) ?? 0);
    return { name, categories: found, categoryOf };
  });
}

const cutOf =
  (name: string, stretch: (value: Exact | undefined) => string | undefined) =>
  (person: Person): string | undefined =>
    stretch(numberOf(name, person));

const answerOf =
  (name: string) =>
  (person: Person): string | undefined => {
    const result = person.result(name);
    if (result) {
      const band = result.properties.get("band");
      const text = printValue(band && band.kind !== "missing" ? band : result.value);
      return text === "" ? undefined : text;
    }
    const answer = person.answer(name);
    if (answer.kind === "point") return answer.code;
    if (answer.kind === "codes") return answer.codes.join(";");
    return answer.kind === "text" || answer.kind === "moment" ? answer.text : undefined;
  };

function numberOf(name: string, person: Person): Exact | undefined {
  const result = person.result(name);
  if (result) return result.value.kind === "number" ? result.value.value : undefined;
  const answer = person.answer(name);
  return answer.kind === "point" ? (answer.score ?? answer.number) : undefined;
}

function declaredOf(instrument: Instrument, name: string): readonly string[] {
  const item = instrument.items.get(name);
  if (!item) {
    const bands = instrument.scores.get(name)?.bands;
    return bands?.kind === "bands" ? bands.bands.map((band) => band.name) : [];
  }
  const possible = possibleAnswers(instrument, item);
  return responseOf(instrument, item)?.type === "choice" && possible?.kind === "codes" ? possible.answers.map(({ code }) => code) : [];
}
