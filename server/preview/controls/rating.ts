import type { Item, Response } from "../../model/instrument.ts";
import { at, type Context, controlId } from "../context.ts";
import type { Place } from "../control.ts";
import { type Html, html } from "../html.ts";
import type { Point } from "../points.ts";
import { wording } from "../wording.ts";
import { optionInput } from "./options.ts";

/** The points of a rating in a row, each with its number and the words at it. */
export function renderPoints(context: Context, item: Item, response: Response, points: readonly Point[], place: Place): Html {
  const onScale = points.filter((point) => !point.aside);
  const beside = points.filter((point) => point.aside);
  return html`<div class="points${hasEndsOnly(onScale) && " ends"}"${at(context, response)}>
${onScale.map((point, index) => renderPoint(context, item, response, point, `${place.id}-${index}`))}</div>
${beside.map(
  (
    point,
    index,
  ) => html`<label class="option missing">${radio(context, item, response, point, `${place.id}-aside-${index}`)} <span>${words(context, point) ?? point.code}</span></label>
`,
)}`;
}

/** Words at the two ends only have the whole width to stand in. */
function hasEndsOnly(points: readonly Point[]): boolean {
  return points.length > 2 && points.every((point, index) => (index === 0 || index === points.length - 1) === (point.label !== undefined));
}

function renderPoint(context: Context, item: Item, response: Response, point: Point, id: string): Html {
  const label = words(context, point);
  return html`<label>${radio(context, item, response, point, id)}${point.code}${label !== undefined && html`<span class="anchor">${label}</span>`}</label>
`;
}

function radio(context: Context, item: Item, response: Response, point: Point, id: string): Html {
  return optionInput(
    context,
    item,
    response,
    { code: point.code, preselected: point.option?.preselected === true },
    controlId(context, id),
  );
}

function words(context: Context, point: Point): Html | undefined {
  return point.label === undefined ? undefined : wording(context, point.label);
}
