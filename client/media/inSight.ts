/** The stretch of the window that nothing lies over: between the bar above and the scores that stay below. */
export function openStretch(): { readonly top: number; readonly bottom: number } {
  const [bar, live] = [document.getElementById("bar"), document.querySelector(".live")];
  const covered = live !== null && getComputedStyle(live).position === "sticky" ? live.getBoundingClientRect().top : window.innerHeight;
  return { top: Math.max(0, bar?.getBoundingClientRect().bottom ?? 0), bottom: Math.min(window.innerHeight, covered) };
}

/** What gets the focus by the keyboard is brought out from under what lies over the page. */
export function keepFocusInSight(page: HTMLElement): void {
  let byKey = false;
  // What is pointed at must stay where it is until the button is let go.
  window.addEventListener("pointerdown", () => (byKey = false), true);
  window.addEventListener("keydown", () => (byKey = true), true);
  page.addEventListener("focusin", ({ target }) => {
    if (byKey && target instanceof Element) bringInSight(target, "nearest");
  });
}

export function bringInSight(element: Element, block: "start" | "nearest"): void {
  const { top, bottom } = openStretch();
  const { style } = document.documentElement;
  // What is in the scores below is scrolled within them, and the rest of the page stays.
  const inScores = element.closest(".live") !== null;
  style.scrollPaddingTop = `${Math.ceil(top) + 8}px`;
  style.scrollPaddingBottom = inScores ? "0" : `${Math.ceil(window.innerHeight - bottom) + 8}px`;
  element.scrollIntoView({ block });
}

/** Takes the reader to a part, with the focus, so that the next Tab goes on from there. */
export function goTo(element: HTMLElement): void {
  // Removed again it would take the focus along.
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  bringInSight(element, "start");
}
