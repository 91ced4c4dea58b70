import type { Item } from "../model/instrument.ts";
import type { Coarseness, Linkage, Study } from "../model/study.ts";
import { linkedInstruments } from "./phases.ts";

/** What becomes of an item, or of a column of the other data, when answers are joined with them. */
export interface LeavingItem {
  readonly name: string;
  /** Undefined for a column of the other data. */
  readonly item?: Item;
  readonly as: "key" | "removed" | "coarsened" | "leaves";
  readonly to?: Coarseness;
}

/** What leaves, what is made coarser and what stays behind, in the order of the surveys; columns of the other data last. */
export function leavingItems(study: Study, link: Linkage): readonly LeavingItem[] {
  const items = linkedInstruments(study, link).flatMap((instrument) => instrument.items.values());
  const known = new Set(items.map(({ id }) => id));
  const named = [...link.key, ...link.remove, ...link.coarsen.map(({ name }) => name)];
  const columns = [...new Set(named)].filter((name) => !known.has(name));
  return [...items.map((item) => ({ name: item.id, item })), ...columns.map((name) => ({ name, item: undefined }))].map(
    ({ name, item }) => {
      const to = link.coarsen.find((one) => one.name === name)?.to;
      const as = link.key.includes(name)
        ? "key"
        : link.remove.includes(name) || to === "drop"
          ? "removed"
          : to === undefined
            ? "leaves"
            : "coarsened";
      return { name, ...(item ? { item } : {}), as, ...(as === "coarsened" ? { to } : {}) };
    },
  );
}
