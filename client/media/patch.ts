/**
 * Makes the children of one element like those of another by changing as little as it can: what stays in place keeps its focus,
 * its scroll position and what has been typed or ticked. Elements with an id are found again wherever they have moved to.
 */
export function patchChildren(shown: Element, wanted: Element): void {
  const byId = new Map<string, Element>();
  for (const child of shown.children) {
    if (child.id !== "") byId.set(child.id, child);
  }
  let place = shown.firstChild;
  for (const next of [...wanted.childNodes]) {
    const same = counterpart(place, next, byId);
    if (same === undefined) {
      shown.insertBefore(document.importNode(next, true), place);
      continue;
    }
    if (same === place) place = place.nextSibling;
    else shown.insertBefore(same, place);
    patchNode(same, next);
  }
  while (place !== null) {
    const rest: ChildNode | null = place.nextSibling;
    place.remove();
    place = rest;
  }
}

function counterpart(place: ChildNode | null, next: ChildNode, byId: ReadonlyMap<string, Element>): ChildNode | undefined {
  if (next instanceof Element && next.id !== "") {
    const known = byId.get(next.id);
    return known?.nodeName === next.nodeName ? known : undefined;
  }
  if (place === null || place.nodeType !== next.nodeType || place.nodeName !== next.nodeName) return undefined;
  // An element with an id of its own waits for the one that it belongs to, or is taken away in the end.
  return place instanceof Element && place.id !== "" ? undefined : place;
}

function patchNode(shown: ChildNode, wanted: ChildNode): void {
  if (shown instanceof Element && wanted instanceof Element) {
    patchAttributes(shown, wanted);
    patchChildren(shown, wanted);
  } else if (shown.nodeValue !== wanted.nodeValue) {
    shown.nodeValue = wanted.nodeValue;
  }
}

function patchAttributes(shown: Element, wanted: Element): void {
  for (const { name, value } of wanted.attributes) {
    if (!isOwnedByReader(shown, name) && shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  }
  for (const { name } of [...shown.attributes]) {
    if (!isOwnedByReader(shown, name) && !wanted.hasAttribute(name)) shown.removeAttribute(name);
  }
}

/** Whether a fold is open, and what the cursor is at, is for the reader to say once it is on the page. */
function isOwnedByReader(element: Element, attribute: string): boolean {
  return attribute === "data-at-cursor" || (attribute === "open" && element instanceof HTMLDetailsElement);
}
