import { compile } from "../../expression/compile.ts";
import type { Binding, Reader } from "../../expression/environment.ts";
import type { Expression } from "../../expression/expression.ts";
import type { Value } from "../../expression/value.ts";
import { keptWith } from "../../keptWith.ts";
import type { Instrument, Item, Response } from "../../model/instrument.ts";
import { possibleAnswers, responseOf, routingOf, stepOf } from "../../model/resolve.ts";
import { exact, ZERO } from "../../number/exact.ts";
import { remember } from "../../remember.ts";
import { LazyRange } from "./lazyRange.ts";
import { type PossibleRange, type Reach, SurelyReached } from "./summarised.ts";

/**
 * What a condition can be, found by trying a few answer sheets: most conditions are true for the one and false for the other, and no more is
 * asked of them. What was not come across is worked out by `whole`. Undefined for a condition that reads more than items that everyone is asked.
 */
export function plainTruth(instrument: Instrument, tree: Expression, whole: () => PossibleRange | undefined): PossibleRange | undefined {
  const items: Items = new Map();
  if (!isTruth(tree) || !isPlain(instrument, tree, items)) return undefined;
  let made: PossibleRange | undefined;
  const rest = (): PossibleRange => {
    made ??= whole();
    if (!made) throw new Error("a condition has no range");
    return made;
  };
  let tried: ReadonlySet<Value> | undefined;
  const gives = (value: string | boolean | null): Reach => {
    tried ??= valuesTried(tree, items);
    return tried.has(value) ? new SurelyReached(() => rest().gives(value)) : rest().gives(value);
  };
  return new LazyRange({ gives, reaches: (from, to) => rest().reaches(from, to) }, rest);
}

/** The lowest and the highest answer to an item, as a formula sees them. */
type Answers = readonly [Value, Value];

/** What a condition reads, each item behind those that its own conditions read; `asked` are these. */
type Items = Map<string, { readonly answers: Answers; readonly asked: readonly Reader<Sheet>[] } | "open">;
type Sheet = ReadonlyMap<string, Value>;

/**
 * The sheets that are tried: each item's lowest or highest answer, or nothing; the lowest of every second item, or of the last one alone, which
 * the others decide about.
 */
const SHEETS: readonly ((answers: Answers, place: number, last: number) => Value)[] = [
  ([low]) => low,
  ([, high]) => high,
  () => null,
  ([low, high], place) => (place % 2 === 0 ? low : high),
  ([low, high], place) => (place % 2 === 0 ? high : low),
  ([low, high], place, last) => (place === last ? low : high),
  ([low, high], place, last) => (place === last ? high : low),
];

function valuesTried(tree: Expression, items: Items): ReadonlySet<Value> {
  const read = compile(tree, BINDING);
  const found = new Set<Value>();
  for (const [place, sheet] of SHEETS.entries()) {
    // The others differ from the first two only where there are two items, and from one another where there are three.
    if ((place > 2 && items.size < 2) || (place > 4 && items.size < 3)) break;
    const answers = new Map<string, Value>();
    // Who is known not to be asked leaves it blank; anyone else may answer.
    for (const [id, item] of items)
      if (item !== "open")
        answers.set(
          id,
          item.asked.some((condition) => condition(answers) === false) ? null : sheet(item.answers, answers.size, items.size - 1),
        );
    found.add(read(answers));
  }
  return found;
}

const BINDING: Binding<Sheet> = {
  value: (id) => (sheet) => sheet.get(id) ?? null,
  scored: () => () => null,
  property: () => () => null,
  span: () => [],
  lookup: () => () => null,
};

const isTruth = ({ kind }: Expression): boolean =>
  kind === "comparison" || kind === "logical" || kind === "not" || kind === "between" || kind === "membership" || kind === "call";

/** Comparisons of answers with numbers and texts, and what joins them. */
function isPlain(instrument: Instrument, node: Expression, items: Items): boolean {
  const inner = (part: Expression): boolean => isPlain(instrument, part, items);
  switch (node.kind) {
    case "number":
    case "text":
      return true;
    case "name":
      return node.property === undefined && isPlainItem(instrument, node.id, items, false);
    case "not":
      return isTruth(node.operand) && inner(node.operand);
    case "logical":
      return isTruth(node.left) && isTruth(node.right) && inner(node.left) && inner(node.right);
    case "comparison":
      return isSide(node.left) && isSide(node.right) && inner(node.left) && inner(node.right);
    case "between":
      return [node.value, node.low, node.high].every((part) => isSide(part) && inner(part));
    case "membership":
      return (
        isSide(node.value) &&
        inner(node.value) &&
        node.list.kind === "list" &&
        node.list.members.every((one) => one.kind !== "name" && isSide(one))
      );
    case "call": {
      const [item, ...others] = node.arguments;
      const isAnswered = node.function.text === "answered" && others.length === 0 && node.named.length === 0;
      return isAnswered && item?.kind === "name" && item.property === undefined && isPlainItem(instrument, item.id, items, true);
    }
    default:
      return false;
  }
}

const isSide = ({ kind }: Expression): boolean => kind === "number" || kind === "text" || kind === "name";

function isPlainItem(instrument: Instrument, id: string, items: Items, isText: boolean): boolean {
  const item = instrument.items.get(id);
  const response = item && responseOf(instrument, item);
  if (!response || item.key !== undefined || item.skipped !== undefined) return false;
  const { answers } = remember(KEPT, response, () => ({ answers: answersOn(instrument, item, response) }));
  if (!answers || (answers === TEXT && !isText)) return false;
  // What is met again while its own conditions are looked at goes round in a cycle.
  if (items.has(id)) return items.get(id) !== "open";
  const routing = routingOf(instrument, item);
  if (items.size + routing.length > MOST_ITEMS) return false;
  items.set(id, "open");
  if (!routing.every((condition) => isTruth(condition) && isPlain(instrument, condition, items))) return false;
  items.delete(id);
  items.set(id, { answers, asked: routing.map((condition) => compile(condition, BINDING)) });
  return true;
}

/** Conditions that read more, through the conditions of what they read, are worked out as a whole. */
const MOST_ITEMS = 12;

const KEPT = keptWith<Response, { readonly answers: Answers | undefined }>();
const TEXT: Answers = ["text", "text"];

function answersOn(instrument: Instrument, item: Item, response: Response): Answers | undefined {
  if (response.options.some(({ when }) => when !== undefined)) return undefined;
  if (response.type === "text" && response.options.length === 0) return TEXT;
  const possible = possibleAnswers(instrument, item);
  if (possible?.kind === "codes") {
    const [first, last] = [possible.answers[0], possible.answers.at(-1)];
    return first && last ? [first.number ?? first.code, last.number ?? last.code] : undefined;
  }
  if (possible?.kind !== "interval" || response.options.length > 0) return undefined;
  const { low, high } = possible;
  const step = stepOf(response);
  if ((low && high && low.gt(high)) || step?.lte(ZERO)) return undefined;
  const first = low ?? (high && !step ? high : undefined);
  if (!first) return undefined;
  // Some number far above the lowest, where there is no highest; of steps the last that is not too high.
  const far = high ?? first.add((step ?? exact(1)).mul(exact(1000)));
  return [first, step ? first.add(far.sub(first).div(step).floor().mul(step)) : far];
}
