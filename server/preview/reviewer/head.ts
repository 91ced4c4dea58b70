import type { Item } from "../../model/instrument.ts";
import { at, type Context, itemData } from "../context.ts";
import { type Html, html } from "../html.ts";
import { quotedWording } from "../wording.ts";

/** Id and wording of an item with what marks it out. */
export function renderHead(context: Context, item: Item): Html {
  return html`<p><code>${item.id}</code> <b${at(context, item, "stem")}>${item.stem === undefined ? "" : quotedWording(context, item.stem)}</b>${
    item.reverse && html` <span class="badge reversed"${at(context, item, "reverse")}>reverse-keyed</span>`
  }${item.require !== false && html` <span class="badge">${item.require === "soft" ? "asked once more" : "needed"}</span>`}</p>`;
}

/** What ties the element of an item to the item. */
export function itemAttributes(context: Context, item: Item): Html {
  return context.links ? html`` : html` id="${context.prefix}review-${item.id}"${itemData(context, item.id)}`;
}
