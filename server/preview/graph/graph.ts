import type { Range } from "../../problem.ts";

/** Things joined by arrows, to be drawn from top to bottom. */
export interface Graph {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

export interface Node {
  readonly id: string;
  /** A box for what happens, a rounded one for where it begins and ends, a six-sided one for what decides. */
  readonly shape: "box" | "end" | "decision";
  readonly title: string;
  /** Smaller, below the title. */
  readonly detail?: string;
  /** Nobody ever gets here. */
  readonly dead?: boolean;
  /** Where it stands in the document. */
  readonly place?: Range;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly label?: string;
  readonly dead?: boolean;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where everything stands, in pixels: the middle of each node, and the points of each edge. */
export interface Placed extends Size {
  readonly nodes: readonly Point[];
  readonly edges: readonly { readonly points: readonly Point[]; readonly label?: Point }[];
}

/** Gives places to nodes of these sizes and to edges with labels of these sizes. */
export type LayOut = (graph: Graph, sizes: readonly Size[], labels: readonly (Size | undefined)[]) => Placed;
