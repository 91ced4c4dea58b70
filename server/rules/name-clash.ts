import { rule } from "./rule.ts";

export default rule({
  code: "name-clash",
  severity: "error",
  summary: "A score has the id of an item.",
  looksAt: "score",
  applies: ({ id }, { instrument }) => instrument.items.has(id),
  *check(part, { instrument, at }) {
    const item = instrument.items.get(part.id);
    yield {
      at: at.name(part.value),
      message: `"${part.id}" is an item already: a score needs an id of its own, for both are columns of the data`,
      related: item ? [{ at: at.name(item), message: `the item "${part.id}"` }] : [],
    };
  },
});
