import type { Item } from "../model/instrument.ts";
import type { PartOf } from "../model/parts.ts";
import type { Context } from "../rules/rule.ts";
import { MARKS } from "./marks.ts";

/** The items that are answered on the response that a part writes out. */
export function itemsOn(part: PartOf<"response" | "item" | "section">, { users, instrument, marked }: Context): readonly Item[] {
  if (part.kind === "item") return [part.value];
  const ofSection = (section: string) =>
    marked(MARKS.inSection(section)).flatMap((id) => {
      const item = instrument.items.get(id);
      return item && item.response === undefined ? [item] : [];
    });
  if (part.kind === "section") return ofSection(part.id);
  return users(part.id).flatMap(({ kind, id }) =>
    kind === "item" ? (instrument.items.get(id) ?? []) : kind === "section" ? ofSection(id) : [],
  );
}
