import { panelBuilder } from "../preview/panel.ts";
import { launchChromium } from "../vscode/launch.ts";
import { instrument } from "./generate.mjs";
import { quantile } from "./numbers.mjs";

// The preview's page and script in a browser, with the server in memory behind it: what is left to measure where no VS Code comes up.
const ITEMS = 340;
const EDITS = 30;
const QUICKLY = 10;

const browser = await launchChromium();
const builder = await panelBuilder();
let text = instrument(ITEMS, 7);
const panel = await builder.open(browser, text);
for (const [mode, wording] of [
  ["Participant", / {8}text: \w/g],
  ["Reviewer", / {8}text: \w/g],
  ["Scores", / {4}label: \w/g],
] as const) {
  await panel.page.locator("#modes button", { hasText: mode }).click();
  await panel.page.locator(`main .${mode.toLowerCase()}`).waitFor();
  const places = [...text.matchAll(wording)];
  const place = (places[Math.floor(places.length / 2)]?.index ?? 0) + " label: ".length + 4;
  const typed = async () => {
    text = `${text.slice(0, place)}a${text.slice(place)}`;
    const start = performance.now();
    await panel.edit(text);
    return performance.now() - start;
  };
  const times: number[] = [];
  for (let edit = 0; edit < EDITS; edit++) times.push(await typed());
  const start = performance.now();
  for (let edit = 0; edit < QUICKLY; edit++) await typed();
  const behind = Math.max(0, performance.now() - start - QUICKLY * 100);
  const [median, late] = [0.5, 0.95].map((part) => Math.round(quantile(times, part)));
  console.log(
    `${mode}, from the key to the preview: median ${median} ms, p95 ${late} ms; behind ${QUICKLY} quick keys: ${Math.round(behind)} ms`,
  );
}
await panel.close();
builder.end();
await browser.close();
