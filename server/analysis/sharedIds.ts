import type { Part } from "../model/parts.ts";

/** Ids that several parts have, each with its kind. */
export function sharedIds(parts: readonly Part[], brought: ReadonlySet<string>): ReadonlySet<string> {
  const [seen, shared] = [new Set<string>(), new Set([...brought].map((id) => `item ${id}`))];
  for (const id of parts.map(idOf)) (seen.has(id) ? shared : seen).add(id);
  return shared;
}

/** Items and scores share their ids. */
export const idOf = ({ kind, id }: Part): string => `${kind === "score" ? "item" : kind} ${id}`;
