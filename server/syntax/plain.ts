import { emptyRecord } from "./emptyRecord.ts";
import type { Node } from "./tree.ts";

/** Plain data of a node, for checking its shape; undefined where it would grow beyond `most` values. Mappings have no prototype. */
export function plain(node: Node, follow: (alias: Node) => Node, most = 100_000): { readonly data: unknown } | undefined {
  let left = most;
  const open = new Set<Node>();
  const visit = (at: Node): unknown => {
    if (--left < 0) throw new TooLarge();
    switch (at.kind) {
      case "scalar":
        return at.value;
      case "alias": {
        const target = follow(at);
        if (target.kind === "alias" || open.has(target)) return null;
        open.add(target);
        const value = visit(target);
        open.delete(target);
        return value;
      }
      case "sequence":
        return at.items.map(visit);
      case "mapping": {
        const map = emptyRecord();
        for (const { key, value } of at.pairs) map[key.kind === "scalar" ? key.text : ""] = visit(value);
        return map;
      }
    }
  };
  try {
    return { data: visit(node) };
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

class TooLarge extends Error {}
