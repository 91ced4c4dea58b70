import type { Preview, PreviewMode } from "../../server/lsp/requests.ts";
import type { FromPage, PreviewState, ToPage } from "../previewMessages.ts";
import { filledIn } from "./filled.ts";
import { patchChildren } from "./patch.ts";
import { partAt, sourceOf } from "./source.ts";

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
const modes = [...document.querySelectorAll<HTMLButtonElement>("[data-mode]")];

let state: PreviewState = host.getState() ?? (JSON.parse(document.body.dataset.state ?? "{}") as PreviewState);
let scroll = host.getState()?.scroll ?? 0;
let version = 0;
/** Only the first page and one whose answers were cleared take the answers from the server; after that the reader's own hands fill it. */
let fresh = true;

window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === "show") show(data.preview);
  else if (data.kind === "reveal") reveal(data.offset);
  else say(data.message);
});

for (const button of modes) {
  button.addEventListener("click", () => change({ mode: button.dataset.mode as PreviewMode }));
}
languages.addEventListener("change", () => change({ language: languages.value }));
clear.addEventListener("click", () => {
  fresh = true;
  change({ filled: {} });
});
page.addEventListener("input", () => change({ filled: { ...others(), ...filledIn(page) } }));
page.addEventListener("submit", (event) => event.preventDefault());
page.addEventListener("click", (event) => choose(event, false));
page.addEventListener("dblclick", (event) => choose(event, true));
window.addEventListener("scroll", keepScroll, { passive: true });

showState();
host.postMessage({ kind: "ready", state });

function change(part: Partial<PreviewState>): void {
  state = { ...state, ...part };
  keep();
  showState();
  host.postMessage({ kind: "changed", state });
}

/** Answers to what this mode or this route does not show are kept. */
function others(): PreviewState["filled"] {
  const onPage = new Set([...page.querySelectorAll("[name]")].map((control) => control.getAttribute("name") ?? ""));
  return Object.fromEntries(Object.entries(state.filled).filter(([name]) => !onPage.has(name)));
}

function show(preview: Preview): void {
  version = preview.version;
  notice.hidden = true;
  document.documentElement.lang = preview.language;
  page.lang = preview.language;
  page.dir = preview.rightToLeft ? "rtl" : "ltr";
  showLanguages(preview);
  const wanted = new DOMParser().parseFromString(preview.html, "text/html").body;
  if (fresh) {
    page.replaceChildren(...[...wanted.childNodes].map((node) => document.importNode(node, true)));
    window.scrollTo({ top: scroll });
  } else {
    patchChildren(page, wanted);
  }
  fresh = false;
}

function showLanguages(preview: Preview): void {
  languages.hidden = preview.languages.length < 2;
  languages.replaceChildren(...preview.languages.map((tag) => new Option(nameOf(tag), tag, false, tag === preview.language)));
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
  document.body.dataset.shown = state.mode;
  clear.hidden = Object.keys(state.filled).length === 0;
  for (const button of modes) button.setAttribute("aria-pressed", String(button.dataset.mode === state.mode));
}

function say(message: string): void {
  notice.textContent = message;
  notice.hidden = false;
}

function reveal(offset: number): void {
  for (const marked of page.querySelectorAll("[data-at-cursor]")) marked.removeAttribute("data-at-cursor");
  const part = partAt(page, offset);
  if (part === undefined) return;
  part.setAttribute("data-at-cursor", "");
  part.scrollIntoView({ block: "nearest" });
}

function choose(event: MouseEvent, focus: boolean): void {
  // Marking a stretch of text to copy it is no wish to go elsewhere.
  if (!(event.target instanceof Element) || (!focus && window.getSelection()?.isCollapsed === false)) return;
  const source = sourceOf(event.target);
  if (source !== undefined) host.postMessage({ kind: "chosen", start: source.start, end: source.end, version, focus });
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
