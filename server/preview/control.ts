import type { Item, Response } from "../model/instrument.ts";
import type { Context } from "./context.ts";
import { renderAllocation, renderRanking } from "./controls/listed.ts";
import { renderOptions } from "./controls/options.ts";
import { renderPoints } from "./controls/rating.ts";
import { renderField } from "./controls/single.ts";
import { renderSlider } from "./controls/slider.ts";
import type { Html } from "./html.ts";
import { pointsOf } from "./points.ts";

/** What a control must know of the item around it. */
export interface Place {
  /** Id of the item's element; ids within begin with it. */
  readonly id: string;
  /** Ids of the texts that describe the control. */
  readonly describedBy?: string;
}

/** The controls of a response; `grouped` where there are several under one stem. */
export interface Control {
  readonly grouped: boolean;
  readonly content: Html;
}

/** What an item is answered with. The name of a control is the item's id, and `item__code` where each option has a value of its own. */
export function renderControl(context: Context, item: Item, response: Response, place: Place): Control {
  switch (response.type) {
    case "choice":
    case "multiple":
      return { grouped: true, content: renderOptions(context, item, response, place) };
    case "rating": {
      const points = pointsOf(response);
      return points === undefined
        ? { grouped: false, content: renderSlider(context, item, response, place) }
        : { grouped: true, content: renderPoints(context, item, response, points, place) };
    }
    case "vas":
      return { grouped: false, content: renderSlider(context, item, response, place) };
    case "rank":
      return { grouped: true, content: renderRanking(context, item, response, place) };
    case "allocate":
      return { grouped: true, content: renderAllocation(context, item, response, place) };
    default:
      return { grouped: false, content: renderField(context, item, response, place) };
  }
}
