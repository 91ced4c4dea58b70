import assert from "node:assert/strict";
import type { Graph, Placed } from "../../server/preview/graph/graph.ts";
import { layOut } from "../../server/preview/graph/layOut.ts";

/** So many boxes of this width below each other, with a second way around the first of them. */
function chain(count: number, width: number, ids: string): Placed {
  const nodes = Array.from({ length: count }, (_, index) => ({ id: `${ids}${index}`, shape: "box" as const, title: "a box" }));
  const edges = nodes.slice(1).map(({ id }, index) => ({ from: `${ids}${index}`, to: id }));
  const graph: Graph = { nodes, edges: count > 2 ? [...edges, { from: `${ids}0`, to: `${ids}2` }] : edges };
  const sizes = nodes.map(() => ({ width, height: 30 }));
  return layOut(
    graph,
    sizes,
    graph.edges.map(() => undefined),
  );
}

describe("the places of a drawing", () => {
  it("are those of its own shape, whatever was drawn in between", () => {
    const first = chain(4, 100, "a");
    const others = [3, 5, 6, 7, 8, 9, 10, 11, 12].map((count) => chain(count, 100, "a"));
    assert.deepEqual(
      others.map(({ nodes }) => nodes.length),
      [3, 5, 6, 7, 8, 9, 10, 11, 12],
    );
    assert.deepEqual(chain(4, 100, "a"), first);
    assert.deepEqual(chain(4, 100, "b"), first);
    assert.ok(chain(4, 200, "a").width > first.width);
    assert.deepEqual(chain(4, 100, "a"), first);
  });
});
