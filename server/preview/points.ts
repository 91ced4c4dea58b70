import type { Option, Response, Text } from "../model/instrument.ts";
import { isCode, stepOf } from "../model/resolve/answers.ts";
import { type Exact, exact, ZERO } from "../number/exact.ts";
import { printExact } from "../number/print.ts";

/** One place on a rating: the number, the words at it, and whether it stands beside the numbers ("unable to rate"). */
export interface Point {
  readonly code: string;
  readonly label?: Text;
  readonly aside: boolean;
  readonly option?: Option;
}

/** So many points can be shown one by one; a finer rating is a slider. */
const SHOWN_POINTS = 21;

/** The points of a rating in order, then what stands beside them; undefined where they are too many or an end is open. */
export function pointsOf(response: Response): readonly Point[] | undefined {
  const { from, to } = response;
  const step = stepOf(response);
  if (from === undefined || to === undefined || step === undefined || step.compare(ZERO) <= 0) {
    return undefined;
  }
  const count = to.sub(from).div(step).floor().valueOf() + 1;
  if (count < 1 || count > SHOWN_POINTS) {
    return undefined;
  }
  const points: Point[] = [];
  for (let place = 0; place < count; place++) {
    const code = printExact(from.add(step.mul(exact(place))));
    const option = response.options.find((one) => isCode(code, one));
    points.push({ code, label: anchorAt(response, from.add(step.mul(exact(place)))) ?? option?.label, aside: false, option });
  }
  for (const option of response.options) {
    if (!points.some((point) => point.option === option)) {
      points.push({ code: option.code, label: option.label, aside: true, option });
    }
  }
  if (response.unable !== undefined) {
    points.push({ code: response.unable.code, label: response.unable.label, aside: true });
  }
  return points;
}

/** The words at a number of a rating or a slider. Anchors are kept as they are written, so `1.0` stands at 1 too. */
export function anchorAt(response: Response, number: Exact): Text | undefined {
  const text = printExact(number);
  for (const [written, label] of response.anchors) {
    if (isCode(written, { code: text, number })) {
      return label;
    }
  }
  return undefined;
}
