import { attribute, type Html, html } from "../html.ts";
import type { Edge, Graph, LayOut, Node, Point, Size } from "./graph.ts";
import { inLines } from "./inLines.ts";

/** More than this is no picture any more. */
const MOST_NODES = 400;

const LETTERS = 28;
/** A letter of 13 pixels is about 7 wide; where it is wider the box has room. */
const LETTER = 7.2;
const LINE = 17;
const PADDING = 12;

/**
 * A graph as a drawing; undefined where nothing gives it places, or where it is too large to be looked at. It is hidden from screen readers: the
 * list that stands before it says the same in words.
 */
export function drawGraph(graph: Graph, layOut: LayOut | undefined, name: string, prefix: string): Html | undefined {
  if (layOut === undefined || graph.nodes.length > MOST_NODES) {
    return undefined;
  }
  const texts = graph.nodes.map(textOf);
  const sizes = texts.map((text, index) => sizeOf(text, graph.nodes[index]?.shape));
  const labels = graph.edges.map(({ label }) => (label === undefined ? undefined : { width: label.length * LETTER + 6, height: LINE }));
  const placed = layOut(graph, sizes, labels);
  const { width, height } = placed;
  return html`<div class="drawing" role="region" tabindex="0" aria-label="${name}, drawn"><svg class="graph" aria-hidden="true" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
${graph.edges.map((edge, index) => drawEdge(edge, placed.edges[index]?.points ?? []))}${graph.nodes.map((node, index) =>
  drawNode(node, texts[index] ?? { title: [], detail: [] }, sizes[index], placed.nodes[index], prefix),
)}${graph.edges.map((edge, index) => drawLabel(edge, placed.edges[index]?.label))}</svg></div>
`;
}

interface Words {
  readonly title: readonly string[];
  readonly detail: readonly string[];
}

function textOf({ title, detail, shape }: Node): Words {
  return {
    title: inLines(title, LETTERS, shape === "decision" ? 4 : 3),
    detail: detail === undefined ? [] : inLines(detail, LETTERS + 3, 2),
  };
}

function sizeOf({ title, detail }: Words, shape: Node["shape"] | undefined): Size {
  const longest = Math.max(...title.map(({ length }) => length * LETTER), ...detail.map(({ length }) => length * LETTER * 0.92), 40);
  const lines = title.length + detail.length;
  return { width: Math.ceil(longest + PADDING * (shape === "box" ? 2 : 3)), height: lines * LINE + PADDING };
}

function drawNode(node: Node, text: Words, size: Size | undefined, at: Point | undefined, prefix: string): Html | undefined {
  if (size === undefined || at === undefined) {
    return undefined;
  }
  const [left, top] = [at.x - size.width / 2, at.y - size.height / 2];
  const place = node.place && html` data-start="${node.place.start}" data-end="${node.place.end}"`;
  const first = top + PADDING / 2 + LINE * 0.75;
  return html`<g class="node ${node.shape}${node.dead && " dead"}" id="${prefix}flow-${node.id}"${place}>${outline(node.shape, left, top, size)}${text.title.map(
    (line, index) => html`<text x="${at.x}" y="${round(first + index * LINE)}">${line}</text>`,
  )}${text.detail.map(
    (line, index) => html`<text class="detail" x="${at.x}" y="${round(first + (text.title.length + index) * LINE)}">${line}</text>`,
  )}</g>
`;
}

function outline(shape: Node["shape"], left: number, top: number, { width, height }: Size): Html {
  if (shape === "decision") {
    const [right, bottom, middle] = [left + width, top + height, top + height / 2];
    const d = `M${round(left)} ${round(middle)} ${round(left + 12)} ${round(top)}H${round(right - 12)}L${round(right)} ${round(middle)} ${round(right - 12)} ${round(bottom)}H${round(left + 12)}Z`;
    return html`<path d="${d}"/>`;
  }
  return html`<rect x="${round(left)}" y="${round(top)}" width="${width}" height="${height}" rx="${shape === "end" ? height / 2 : 6}"/>`;
}

/** A line through its points with the bends rounded off, and its head. */
function drawEdge({ dead }: Edge, points: readonly Point[]): Html | undefined {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) {
    return undefined;
  }
  const bends = rest.slice(0, -1);
  const middle = (index: number): string => {
    const [one, other] = [bends[index] ?? last, bends[index + 1] ?? last];
    return `${round((one.x + other.x) / 2)} ${round((one.y + other.y) / 2)}`;
  };
  const path = bends.map((bend, index) =>
    index === bends.length - 1 ? `Q${bend.x} ${bend.y} ${last.x} ${last.y}` : `Q${bend.x} ${bend.y} ${middle(index)}`,
  );
  const line = `M${first.x} ${first.y}${path.join("")}${bends.length === 0 ? `L${last.x} ${last.y}` : ""}`;
  return html`<g class="edge${dead && " dead"}"><path d="${line}"/><path class="head" d="${head(bends.at(-1) ?? first, last)}"/></g>
`;
}

function head(before: Point, end: Point): string {
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1;
  const [x, y] = [(end.x - before.x) / length, (end.y - before.y) / length];
  const [backX, backY] = [end.x - x * 8, end.y - y * 8];
  return `M${end.x} ${end.y}L${round(backX - y * 4)} ${round(backY + x * 4)} ${round(backX + y * 4)} ${round(backY - x * 4)}Z`;
}

function drawLabel({ label, dead }: Edge, at: Point | undefined): Html | undefined {
  return label === undefined || at === undefined
    ? undefined
    : html`<text${attribute("class", `label${dead ? " dead" : ""}`)} x="${at.x}" y="${at.y + 4}">${label}</text>`;
}

function round(number: number): number {
  return Number(number.toFixed(1));
}
