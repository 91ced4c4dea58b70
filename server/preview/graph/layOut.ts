import { Graph as Dagre, layout } from "@dagrejs/dagre";
import type { LayOut, Placed } from "./graph.ts";

/**
 * In layers from top to bottom, by dagre. This file is loaded only where something is drawn. Most of the work of a drawing is done here, and while
 * the text beside it is edited, nearly each one has the shape of the one before.
 */
export const layOut: LayOut = (graph, sizes, labels) => {
  const shape = JSON.stringify([graph.nodes.map(({ id }) => id), graph.edges.map(({ from, to }) => [from, to]), sizes, labels]);
  const placed = LATEST.get(shape) ?? layers(graph, sizes, labels);
  LATEST.delete(shape);
  LATEST.set(shape, placed);
  for (const [oldest] of LATEST) if (LATEST.size > KEPT) LATEST.delete(oldest);
  return placed;
};

/** The newest by all that they are made of. */
const LATEST = new Map<string, Placed>();
const KEPT = 8;

const layers: LayOut = (graph, sizes, labels) => {
  const made = new Dagre({ directed: true, multigraph: true });
  made.setGraph({ rankdir: "TB", nodesep: 28, edgesep: 18, ranksep: 30, marginx: 6, marginy: 6 });
  for (const [index, size] of sizes.entries()) made.setNode(String(index), { ...size });
  const places = new Map(graph.nodes.map(({ id }, index) => [id, String(index)]));
  for (const [index, { from, to }] of graph.edges.entries()) {
    const [start, end] = [places.get(from), places.get(to)];
    // The straight way on is kept straight, the ways around it bend.
    if (start !== undefined && end !== undefined)
      made.setEdge(
        start,
        end,
        { ...(labels[index] ?? { width: 0, height: 0 }), labelpos: "c", weight: Number(end) - Number(start) === 1 ? 4 : 1 },
        String(index),
      );
  }
  layout(made);
  const { width = 0, height = 0 } = made.graph() as { readonly width?: number; readonly height?: number };
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: graph.nodes.map((_, index) => pointOf(made.node(String(index)))),
    edges: graph.edges.map(({ from, to }, index) => {
      const [start, end] = [places.get(from), places.get(to)];
      const edge = start === undefined || end === undefined ? undefined : made.edge(start, end, String(index));
      return { points: (edge?.points ?? []).map(pointOf), ...(labels[index] && edge ? { label: pointOf(edge) } : {}) };
    }),
  };
};

function pointOf(at: { readonly x?: number; readonly y?: number } | undefined): { readonly x: number; readonly y: number } {
  return { x: Math.round(at?.x ?? 0), y: Math.round(at?.y ?? 0) };
}
