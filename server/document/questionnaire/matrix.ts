import type { Item, Response, Section } from "../../model/instrument.ts";
import { pointsOf } from "../../preview/points.ts";
import type { Runs, Table } from "../block.ts";
import type { Form } from "../questionnaire.ts";
import { code, say } from "../words.ts";

/** Items that share a response as a table: a row for each item, a column with a box for each answer. */
export function matrixTable(form: Form, section: Section, items: readonly Item[], response: Response): Table {
  const columns = columnsOf(form, response);
  return {
    kind: "table",
    caption: section.title === undefined ? numbersOf(form, items) : form.text(section.title),
    isNamedAbove: true,
    head: [[], ...columns.map(({ heading }) => heading)],
    rows: items.map((item) => [
      [
        say(`${form.numberOf(item.id)}. `, "strong"),
        ...(item.stem === undefined ? [say(item.id)] : form.text(item.stem)),
        ...(item.help === undefined ? [] : [say("\n"), ...form.text(item.help)]),
      ],
      ...columns.map(({ written }) => ({ box: form.codes ? [code(written)] : [] })),
    ]),
  };
}

/** A part without a title is called by the numbers of its questions. */
function numbersOf({ numberOf, phrases }: Form, items: readonly Item[]): Runs {
  const [low, high] = [items[0], items.at(-1)].map((item) => (item === undefined ? 0 : numberOf(item.id)));
  return phrases.say("fromTo", { low: low ?? 0, high: high ?? 0 });
}

/** The points of a rating are numbers that a participant reads; the codes of options are not. */
function columnsOf(form: Form, response: Response): readonly { readonly heading: Runs; readonly written: string }[] {
  const points = response.type === "rating" ? pointsOf(response) : undefined;
  if (points === undefined)
    return response.options.map((option) => ({
      heading: option.label === undefined ? [say(option.code)] : form.text(option.label),
      written: option.code,
    }));
  return points.map((point) => ({
    heading: [
      ...(point.aside && point.label !== undefined ? [] : [say(point.code, "strong"), say(" ")]),
      ...(point.label === undefined ? [] : form.text(point.label)),
    ],
    written: point.code,
  }));
}
