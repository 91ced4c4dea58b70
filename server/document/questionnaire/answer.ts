import type { Option, Response } from "../../model/instrument.ts";
import { exact } from "../../number/exact.ts";
import { numberBounds } from "../../preview/numberBounds.ts";
import { anchorAt, pointsOf } from "../../preview/points.ts";
import type { Block, BoxOption, Runs } from "../block.ts";
import { type Form, formNote } from "../questionnaire.ts";
import { code, say } from "../words.ts";

/** What a question is answered with on paper. */
export function answerBlocks(form: Form, response: Response): readonly Block[] {
  switch (response.type) {
    case "choice":
      return [boxes(form, response.options, isShort(form, response))];
    case "multiple":
      return [
        ...(response.options.length > 1 ? [formNote(form, "tickAll")] : []),
        boxes(form, response.options, false),
        ...exclusiveNote(form, response),
      ];
    case "rating":
      return ratingBlocks(form, response);
    case "vas":
      return [scaleBlock(form, response), ...beside(form, response)];
    case "rank":
      return [formNote(form, "rankAll", { last: response.options.length }), ...response.options.map((option) => amountLine(form, option))];
    case "allocate":
      return [
        response.total === undefined
          ? formNote(form, "amounts")
          : formNote(form, "shareOut", { total: form.phrases.number(response.total) }),
        ...response.options.map((option) => amountLine(form, option)),
      ];
    default:
      return [...fieldBlocks(form, response), ...beside(form, response)];
  }
}

/** The points of a rating as boxes in a row with their numbers; one that is too fine for boxes is a line to put a mark on. */
function ratingBlocks(form: Form, response: Response): readonly Block[] {
  const points = pointsOf(response);
  if (points === undefined) return [scaleBlock(form, response), ...beside(form, response)];
  const onScale = points.filter((point) => !point.aside);
  const options = onScale.map(
    (point): BoxOption => ({
      label: [say(point.code), ...(point.label === undefined ? [] : [say(" "), ...form.text(point.label)])],
      writing: false,
    }),
  );
  const aside = points
    .filter((point) => point.aside)
    .map(
      (point): BoxOption => ({
        label: point.label === undefined ? [say(point.code)] : withCode(form, form.text(point.label), point.code),
        writing: false,
      }),
    );
  return [
    { kind: "boxes", across: true, options },
    ...(aside.length === 0 ? [] : [{ kind: "boxes", across: false, options: aside } as const]),
  ];
}

function boxes(form: Form, options: readonly Option[], across: boolean): Block {
  return { kind: "boxes", across, options: options.map((option) => boxOption(form, option)) };
}

function boxOption(form: Form, option: Option): BoxOption {
  const label = option.label === undefined ? [say(option.code)] : withCode(form, form.text(option.label), option.code);
  const offered: Runs =
    option.when === undefined
      ? []
      : [say(" "), ...form.phrases.say("optionOnlyIf", { condition: form.condition(option.when) }, "emphasis")];
  return { label: [...label, ...offered], writing: option.other };
}

function withCode(form: Form, label: Runs, written: string): Runs {
  return form.codes ? [code(written), say(" "), ...label] : label;
}

function exclusiveNote(form: Form, response: Response): readonly Block[] {
  const alone = response.options.filter((option) => option.exclusive && option.label !== undefined);
  return alone.flatMap((option): readonly Block[] =>
    option.label === undefined ? [] : [formNote(form, "tickAlone", { label: form.text(option.label) })],
  );
}

const LONGEST_IN_ROW = 16;
const MOST_IN_ROW = 5;

/** Few short answers stand in a row. */
function isShort(form: Form, { options }: Response): boolean {
  return (
    options.length <= MOST_IN_ROW &&
    options.every(
      (option) =>
        !option.other &&
        option.when === undefined &&
        (option.label === undefined || form.text(option.label).reduce((sum, run) => sum + run.text.length, 0) <= LONGEST_IN_ROW),
    )
  );
}

function scaleBlock(form: Form, response: Response): Block {
  const end = (value: Response["from"], other: number): Runs => {
    const at = value ?? exact(other);
    const anchor = anchorAt(response, at);
    return [say(form.phrases.number(at)), ...(anchor === undefined ? [] : [say(" "), ...form.text(anchor)])];
  };
  return { kind: "scale", low: end(response.from ?? response.min, 0), high: end(response.to ?? response.max, 100) };
}

/** Answers beside a number or a text, such as "prefer not to say". */
function beside(form: Form, response: Response): readonly Block[] {
  const options = response.options.map((option) => boxOption(form, option));
  const { unable } = response;
  if (unable !== undefined)
    options.push({
      label: unable.label === undefined ? [say(unable.code)] : withCode(form, form.text(unable.label), unable.code),
      writing: false,
    });
  return options.length === 0 ? [] : [{ kind: "boxes", across: false, options }];
}

function amountLine(form: Form, option: Option): Block {
  return { kind: "writing", lines: 1, short: true, after: boxOption(form, option).label };
}

function fieldBlocks(form: Form, response: Response): readonly Block[] {
  const unit: Runs = response.unit === undefined ? [] : form.text(response.unit);
  const short = (after: Runs): Block => ({ kind: "writing", lines: 1, short: true, after });
  switch (response.type) {
    case "integer":
    case "decimal": {
      const bounds = numberBounds(response, form.phrases);
      return [
        short([...unit, ...(bounds === undefined ? [] : [say(unit.length > 0 ? " " : ""), form.phrases.run(`(${bounds})`, "emphasis")])]),
      ];
    }
    case "date":
      return [short(form.phrases.say("date", {}, "emphasis"))];
    case "time":
      return [short(form.phrases.say("time", {}, "emphasis"))];
    case "duration":
      return [short(unit.length > 0 ? unit : form.phrases.say("duration", {}, "emphasis"))];
    case "file":
      return [formNote(form, "file")];
    default:
      return [{ kind: "writing", lines: 4, short: false }];
  }
}
