import type { PreviewMode } from "../../server/lsp/requests.ts";
import { applied } from "../pageUpdate.ts";
import type { Cursor, FromPage, PreviewState, Shown, ToPage } from "../previewMessages.ts";
import { filledIn, touchSlider } from "./filled.ts";
import { goTo, keepFocusInSight, openStretch } from "./inSight.ts";
import { partAt, setPlaces, sourceOf } from "./source.ts";
import { fragmentOf, update } from "./update.ts";

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void; getState(): Kept | undefined; setState(state: Kept): void };

/** What outlives the page: it is thrown away when its tab is hidden, and comes back with the window after a reload. */
interface Kept extends PreviewState {
  readonly scroll: number;
}

const host = acquireVsCodeApi();
const page = find("preview", HTMLElement);
const notice = find("notice", HTMLElement);
const languages = find("languages", HTMLSelectElement);
const clear = find("clear", HTMLButtonElement);
const keepButton = find("keep", HTMLButtonElement);
const modes = [...document.querySelectorAll<HTMLButtonElement>("[data-mode]")];

let state: PreviewState = host.getState() ?? (JSON.parse(document.body.dataset.state ?? "{}") as PreviewState);
let scroll = host.getState()?.scroll ?? 0;
let shown: Shown | undefined;
/** The markup that came last, without the places in the text and these by themselves, and the markup that the page shows. */
let received = { html: "", places: "" };
let onPage = "";
let cursor: Cursor | undefined;
/** The version of the text in which the cursor was last revealed. */
let revealed: number | undefined;
/** The id of the part to go to as soon as it is on the page. */
let target: string | undefined;

window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === "show") {
    cursor = data.cursor ?? cursor;
    received = { html: applied(received.html, data.html), places: applied(received.places, data.places) };
    show(data.shown);
  } else if (data.kind === "reveal") reveal(data);
  else say(data.message);
});

for (const button of modes) {
  button.addEventListener("click", () => change({ mode: button.dataset.mode as PreviewMode }));
}
languages.addEventListener("change", () => change({ language: languages.value }));
clear.addEventListener("click", () => {
  change({ filled: {} });
  // The button itself goes, and the focus must not go with it.
  modes.find((button) => button.getAttribute("aria-pressed") === "true")?.focus();
});
keepButton.addEventListener("click", () => host.postMessage({ kind: "keep", state }));
page.addEventListener("input", fill);
page.addEventListener("submit", (event) => event.preventDefault());
page.addEventListener("click", (event) => click(event, false));
page.addEventListener("dblclick", (event) => click(event, true));
page.addEventListener("keydown", goToSource);
window.addEventListener("scroll", keepScroll, { passive: true });
keepFocusInSight(page);

showState();
host.postMessage({ kind: "ready", state });

function change(part: Partial<PreviewState>): void {
  state = { ...state, ...part };
  keep();
  showState();
  host.postMessage({ kind: "changed", state });
}

function fill(event: Event): void {
  touchSlider(event.target);
  // Answers to what this mode or this route does not show are kept.
  const controls = new Set([...page.querySelectorAll("[name]")].map((control) => control.getAttribute("name") ?? ""));
  const others = Object.entries(state.filled).filter(([name]) => !controls.has(name));
  change({ filled: { ...Object.fromEntries(others), ...filledIn(page) } });
}

/**
 * While the same thing is shown, what the reader has typed, ticked and focused stays as it is, and only the rest is patched.
 * Another mode or language, and answers that were cleared, make a new page, which takes the answers as the server writes them.
 */
function show(next: Shown): void {
  const { preview } = next;
  const anew = shown === undefined || isAnew(shown.state, next.state);
  // A page made for a state that has passed would throw away what was done since; the right one is on its way.
  if (anew && JSON.stringify(next.state) !== JSON.stringify(state)) return;
  notice.hidden = true;
  // What is set to what it was already would have the whole page laid out anew.
  if (
    anew ||
    JSON.stringify(shown?.preview) !== JSON.stringify({ ...preview, version: shown?.preview.version, whole: shown?.preview.whole })
  )
    showBar(preview);
  if (anew) {
    page.replaceChildren(document.importNode(fragmentOf(received.html), true));
    window.scrollTo({ top: shown === undefined ? scroll : 0 });
  } else {
    update(page, onPage, received.html);
  }
  onPage = received.html;
  setPlaces(received.places);
  shown = next;
  showState();
  if (cursor !== undefined) reveal(cursor);
  goToTarget();
}

function showBar({ language, languages: all, rightToLeft, modes: there }: Shown["preview"]): void {
  document.documentElement.lang = language;
  page.lang = language;
  page.dir = rightToLeft ? "rtl" : "ltr";
  languages.hidden = all.length < 2;
  languages.replaceChildren(...all.map((tag) => new Option(nameOf(tag), tag, false, tag === language)));
  for (const button of modes) button.hidden = !there.some((mode) => mode === button.dataset.mode);
}

function isAnew(before: PreviewState, after: PreviewState): boolean {
  const cleared = Object.keys(before.filled).length > 0 && Object.keys(after.filled).length === 0;
  return cleared || before.mode !== after.mode || before.language !== after.language;
}

function nameOf(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
  } catch {
    // A tag that is no tag is reported in the text; here it stands for itself.
    return tag;
  }
}

function showState(): void {
  clear.hidden = Object.keys(state.filled).length === 0;
  // Answers make a scoring test only where there are scores.
  keepButton.hidden = clear.hidden || shown?.preview.modes.includes("scores") !== true;
  // A mode that the document does not have is shown in another one, until the reader says which.
  const current = shown?.preview.modes.includes(state.mode) === false ? shown.preview.mode : state.mode;
  for (const button of modes) button.setAttribute("aria-pressed", String(button.dataset.mode === current));
}

function say(message: string): void {
  notice.textContent = message;
  notice.hidden = false;
}

/** Marks the part that the cursor is at. A cursor in a newer text than the page was made from waits for the page of that text. */
function reveal(next: Cursor): void {
  const moved = next !== cursor || next.version !== revealed;
  cursor = next;
  if (next.version !== shown?.preview.version) return;
  revealed = next.version;
  for (const marked of page.querySelectorAll("[data-at-cursor]")) marked.removeAttribute("data-at-cursor");
  const part = partAt(page, next.offset);
  if (part === undefined) return;
  part.setAttribute("data-at-cursor", "");
  if (!moved) return;
  // The page moves only where the part is not seen whole.
  const { top, bottom } = openStretch();
  const place = part.getBoundingClientRect();
  if (place.top >= top && place.bottom <= bottom) return;
  window.scrollBy({ top: place.top - top - Math.max(16, (bottom - top - place.height) / 3) });
}

/** A link goes to another part of the preview; anything else shows where it comes from, and a double click takes the reader there. */
function click(event: MouseEvent, focus: boolean): void {
  if (!(event.target instanceof Element)) return;
  if (touchSlider(event.target)) fill(event);
  const link = event.target.closest("a[href]");
  if (link !== null) {
    follow(link, event);
    return;
  }
  // To answer, to open a fold or to mark a stretch of text is no wish to go elsewhere.
  const isOwnAct =
    event.target.closest("summary, label:not(.stem), input, select, textarea, button") !== null ||
    window.getSelection()?.isCollapsed === false;
  if (isOwnAct && !focus) return;
  const source = sourceOf(page, event.target);
  if (source !== undefined && shown !== undefined) {
    host.postMessage({ kind: "chosen", start: source.start, end: source.end, version: shown.preview.version, focus });
  }
}

function follow(link: Element, event: Event): void {
  const href = link.getAttribute("href") ?? "";
  // The editor itself opens a link to the web.
  if (!href.startsWith("#")) return;
  event.preventDefault();
  const language = link.getAttribute("data-language");
  if (language !== null) {
    change({ language });
    return;
  }
  target = href.slice(1);
  const mode = link.hasAttribute("data-score") ? "scores" : link.getAttribute("data-to");
  if (document.getElementById(target) === null && mode !== null) change({ mode: mode as PreviewMode });
  else goToTarget();
}

/** For those who use no mouse: from what has the focus to where it is written, as F12 goes to a definition in the editor. */
function goToSource(event: KeyboardEvent): void {
  if (event.key !== "F12" || !(event.target instanceof Element)) return;
  const source = sourceOf(page, event.target);
  if (source === undefined || shown === undefined) return;
  event.preventDefault();
  host.postMessage({ kind: "chosen", start: source.start, end: source.end, version: shown.preview.version, focus: true });
}

function goToTarget(): void {
  const element = target === undefined ? null : document.getElementById(target);
  if (element === null) return;
  goTo(element);
  target = undefined;
}

function keepScroll(): void {
  scroll = window.scrollY;
  keep();
}

function keep(): void {
  host.setState({ ...state, scroll });
}

function find<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`the page has no ${id}`);
  return element;
}
