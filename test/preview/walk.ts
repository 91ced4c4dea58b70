import assert from "node:assert/strict";
import type { Page } from "playwright-core";

/** One stop of the keyboard. */
export interface Stop {
  readonly name: string;
  /** Why it is not plain where one is: nothing marks it, or something covers it. */
  readonly wrong?: string;
}

/**
 * Walks through a page with Tab to its end and back with Shift+Tab. Every stop must be seen, every control and everything that leads to a place in
 * the text must have been stopped at, and the way back must be the same.
 */
export async function walk(page: Page): Promise<readonly Stop[]> {
  await page.evaluate(BEGIN);
  const stops: Stop[] = [];
  const step = async (key: string): Promise<Stop | null> => {
    await page.keyboard.press(key);
    return page.evaluate<Stop | null>(LOOK);
  };
  for (let stop = await step("Tab"); stop !== null; stop = await step("Tab")) {
    stops.push(stop);
    assert.ok(stops.length < 2000, `no way out after ${stop.name}`);
  }
  const back: Stop[] = [];
  for (const _ of stops) {
    const stop = await step("Shift+Tab");
    assert.ok(stop !== null, `no way back after ${back.at(-1)?.name}`);
    back.push(stop);
  }
  const wrong = [...stops, ...back].filter((stop) => stop.wrong !== undefined);
  assert.deepEqual([...new Set(wrong.map((stop) => `${stop.name}: ${stop.wrong}`))], []);
  assert.deepEqual(
    back.map(({ name }) => name),
    stops.map(({ name }) => name).reverse(),
  );
  assert.deepEqual(await page.evaluate<readonly string[]>(MISSED), []);
  return stops;
}

/** Whatever scrolls by itself is reached and scrolled by keys; tells what does not. */
export async function scrollByKeys(page: Page): Promise<readonly string[]> {
  const regions = await page.evaluate<number>(`(${SCROLLING}).length`);
  const stuck: string[] = [];
  for (let index = 0; index < regions; index++) {
    const region = `(${SCROLLING})[${index}]`;
    const sideways = await page.evaluate<boolean>(`${region}.scrollWidth > ${region}.clientWidth + 1`);
    const place = sideways ? "scrollLeft" : "scrollTop";
    await page.evaluate(`(window.scrolled = ${region}, scrolled.${place} = 0, scrolled.focus())`);
    for (let tries = 0; tries < 20 && (await page.evaluate<number>(`scrolled.${place}`)) === 0; tries++) {
      await page.keyboard.press(sideways ? "ArrowRight" : "ArrowDown");
      await page.waitForTimeout(20);
    }
    if ((await page.evaluate<number>(`scrolled.${place}`)) === 0) stuck.push(await page.evaluate<string>(`${NAME}(scrolled)`));
  }
  return stuck;
}

/** A part by its id, its own name or its words. Radio buttons of one group are one stop. */
const NAME = `((element) => {
  const around = element.closest("[id]")?.id ?? "";
  const own = element.type === "radio" ? "one of " + element.name : (element.getAttribute("aria-label") ?? element.innerText ?? element.name ?? "");
  return (element.id || (around + " > " + element.localName + " " + own.trim())).slice(0, 90);
})`;

const SCROLLING = `[...document.querySelectorAll("#preview *, #preview")].filter((element) => {
  const { overflowX, overflowY } = getComputedStyle(element);
  const can = (value) => value === "auto" || value === "scroll";
  return element.localName !== "textarea" && element.checkVisibility() && ((can(overflowX) && element.scrollWidth > element.clientWidth + 1) || (can(overflowY) && element.scrollHeight > element.clientHeight + 1));
})`;

const BEGIN = `(() => {
  window.walked = new Set();
  document.activeElement?.blur();
  window.scrollTo(0, 0);
  const { body } = document;
  body.tabIndex = -1;
  body.focus();
  body.removeAttribute("tabindex");
  getSelection()?.removeAllRanges();
})()`;

const LOOK = `(() => {
  const element = document.activeElement;
  if (element === null || element === document.body || element === document.documentElement) return null;
  walked.add(element.type === "radio" ? element.name : element);
  const name = ${NAME}(element);
  const style = getComputedStyle(element);
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 1) return { name, wrong: "no ring" };
  const place = element.getBoundingClientRect();
  if (place.width === 0 || place.height === 0) return { name, wrong: "has no extent" };
  const covers = [...document.querySelectorAll("#bar, .live")].filter((one) => !one.contains(element) && getComputedStyle(one).position === "sticky");
  const top = Math.max(0, ...covers.filter((one) => one.id === "bar").map((one) => one.getBoundingClientRect().bottom));
  const bottom = Math.min(innerHeight, ...covers.filter((one) => one.id !== "bar").map((one) => one.getBoundingClientRect().top));
  const seen = Math.min(place.bottom, bottom) - Math.max(place.top, top);
  const enough = Math.min(place.height, (bottom - top) / 2) - 3;
  if (seen < enough) return { name, wrong: "covered or out of sight: " + [place.top, place.bottom, top, bottom].map(Math.round) };
  return { name };
})()`;

const MISSED = `(() => {
  const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")];
  const here = stops.filter((one) => one.checkVisibility() && !one.disabled && one.type !== "hidden");
  const missed = here.filter((one) => !walked.has(one.type === "radio" ? one.name : one)).map((one) => "not reached: " + ${NAME}(one));
  const scrolling = (${SCROLLING}).filter((one) => !walked.has(one)).map((one) => "scrolls and is not reached: " + ${NAME}(one));
  const parts = [...document.querySelectorAll("#preview :is(li, tr, article, .card, .item, .score, .step)[data-at]")].filter((one) => one.checkVisibility());
  const mouseOnly = parts.filter((one) => one.closest("[data-at][tabindex='0']") === null && !here.some((stop) => stop.closest("[data-at]") !== null && one.contains(stop.closest("[data-at]")) && one.contains(stop)));
  const unled = mouseOnly.map((one) => "only a mouse gets to its place: " + one.localName + "." + one.className + " " + ${NAME}(one));
  return [...missed, ...scrolling, ...unled];
})()`;
