/** Patches what is inside an element, and keeps what moving within the page would lose: the focus, and how far a part was scrolled. */
export function patchElement(shown: Element, wanted: DocumentFragment): void {
  const { activeElement } = document;
  const scrolled = [shown, ...shown.querySelectorAll(".wide, .drawing, .live, textarea")].map(
    (element) => [element, element.scrollLeft, element.scrollTop] as const,
  );
  patchChildren(shown, wanted);
  for (const [element, left, top] of scrolled) {
    if (element.scrollLeft !== left) element.scrollLeft = left;
    if (element.scrollTop !== top) element.scrollTop = top;
  }
  if (activeElement instanceof HTMLElement && activeElement !== document.activeElement && shown.contains(activeElement))
    activeElement.focus({ preventScroll: true });
}

/**
 * Makes the children of one element like those of another by changing as little as it can: what stays in place keeps its focus,
 * its scroll position and what has been typed or ticked. Elements with a key are found again wherever they have moved to.
 */
function patchChildren(shown: Element, wanted: Element | DocumentFragment): void {
  const byKey = new Map<string, Element>();
  for (const child of [...shown.children].reverse()) {
    const key = keyOf(child);
    if (key !== undefined) byKey.set(key, child);
  }
  const wantedKeys: Keys = new Set([...wanted.children].map(keyOf));
  let place = shown.firstChild;
  for (const next of [...wanted.childNodes]) {
    const same = counterpart(place, next, byKey, wantedKeys);
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

type Keys = ReadonlySet<string | undefined>;

function counterpart(place: ChildNode | null, next: ChildNode, byKey: Map<string, Element>, wantedKeys: Keys): ChildNode | undefined {
  const key = keyOf(next);
  const known = key === undefined ? undefined : byKey.get(key);
  if (key !== undefined && known !== undefined) {
    // Two with one key, which a faulty document can have, are two all the same.
    byKey.delete(key);
    return known.nodeName === next.nodeName ? known : undefined;
  }
  if (place === null || place.nodeType !== next.nodeType || place.nodeName !== next.nodeName) return undefined;
  // What a reader has filled in belongs to the id, and to no other.
  if (hasId(next) || hasId(place)) return undefined;
  // An element with a key of its own waits for the one that it belongs to. Where none is wanted, it may become another one of its kind.
  const own = keyOf(place);
  if ((own === undefined) !== (key === undefined) || (own !== undefined && wantedKeys.has(own))) return undefined;
  if (own !== undefined) byKey.delete(own);
  return place;
}

function hasId(node: Node): boolean {
  return node instanceof Element && node.id !== "";
}

/** What an element is found again by among those beside it: its id, the key of what it shows, or the name of a part that scrolls. */
function keyOf(node: Node): string | undefined {
  if (!(node instanceof Element)) return undefined;
  return node.id || (node.getAttribute("data-key") ?? node.getAttribute("aria-label") ?? undefined);
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

/** Whether a fold is open, what the cursor is at, and what the reader was taken to, is for the reader to say once it is on the page. */
function isOwnedByReader(element: Element, attribute: string): boolean {
  const isOpen = attribute === "open" && element instanceof HTMLDetailsElement;
  return attribute === "data-at-cursor" || isOpen || (attribute === "tabindex" && element.getAttribute(attribute) === "-1");
}
