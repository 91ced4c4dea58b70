import type { Option, Response } from "../model/instrument.ts";
import { fieldOf, isReadFrom } from "../model/origins.ts";
import type { PartOf } from "../model/parts.ts";
import type { Context } from "../rules/rule.ts";
import { scoresWith } from "./scoresWith.ts";

/** The response that a part writes out: a named one, or one that stands inline in an item or a section. Not one that is an alias of another. */
export function writtenResponse(part: PartOf<"response" | "item" | "section">): Response | undefined {
  const response = heldResponse(part);
  if (!response || part.kind === "response") return response;
  const field = fieldOf(part.value, "response");
  return field && isReadFrom(response, field) ? response : undefined;
}

/** The response that a part writes out, or an alias of one: for what depends on the item that it is asked at. */
export function heldResponse(part: PartOf<"response" | "item" | "section">): Response | undefined {
  if (part.kind === "response") return part.value;
  return typeof part.value.response === "object" ? part.value.response : undefined;
}

/** Whether an item that is answered on the part's response goes into a score. */
export function isScoredOn(part: PartOf<"response" | "item" | "section">, context: Context): boolean {
  const { users, instrument } = context;
  const isScored = (item: string) => users(item).some((user) => user.kind === "score") || scoresWith(item, context).length > 0;
  if (part.kind === "item") return isScored(part.id);
  const sections = new Set(part.kind === "section" ? [part.id] : []);
  if (part.kind === "response") {
    for (const user of users(part.id)) {
      if (user.kind === "item" && isScored(user.id)) return true;
      if (user.kind === "section") sections.add(user.id);
    }
  }
  if (sections.size === 0) return false;
  return instrument.items.values().some((item) => item.response === undefined && sections.has(item.section) && isScored(item.id));
}

/** What an option adds to a score: its score, or its code where that is a number. */
export const scoreOf = (option: Option) => option.score ?? option.number;
