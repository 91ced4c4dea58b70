/** Where an element comes from in the text. */
export interface Source {
  readonly element: Element;
  readonly start: number;
  readonly end: number;
}

/** The place in the text of the innermost element around a node that has one. */
export function sourceOf(node: Element): Source | undefined {
  const element = node.closest("[data-start]");
  return element === null ? undefined : read(element);
}

/** The smallest part of the page that comes from text around this offset. */
export function partAt(root: ParentNode, offset: number): Element | undefined {
  let best: Source | undefined;
  for (const element of root.querySelectorAll("[data-start]")) {
    const source = read(element);
    const holds = source !== undefined && source.start <= offset && offset <= source.end;
    if (holds && (best === undefined || source.end - source.start <= best.end - best.start)) best = source;
  }
  return best?.element;
}

function read(element: Element): Source | undefined {
  const start = Number(element.getAttribute("data-start"));
  const end = Number(element.getAttribute("data-end"));
  return Number.isInteger(start) && Number.isInteger(end) && start <= end ? { element, start, end } : undefined;
}
