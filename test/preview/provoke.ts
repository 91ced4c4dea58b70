import type { Page } from "playwright-core";

/** Points at every element, gives it the focus and clicks it, and tells what stands in the page that could ever act or load. */
export async function provoke(page: Page): Promise<readonly string[]> {
  const found = await page.evaluate<readonly string[]>(PROVOKE);
  // Whatever was set off has been heard of when the page answers again.
  await page.evaluate("new Promise((resolve) => setTimeout(resolve, 20))");
  return found;
}

/** The words of the page as they are read, the folded ones too, white space run together. */
export async function wordsOf(page: Page): Promise<string> {
  return (await page.evaluate<string>("document.documentElement.textContent")).replace(/\s+/g, " ");
}

/** As a reader sees an attack that is shown as text: HTML has no NUL. */
export const asRead = (attack: string): string => attack.replaceAll("\u0000", "").replace(/\s+/g, " ").trim();

const PROVOKE = `(() => {
  const harmless = /^(https?:|mailto:|#)/;
  const found = [];
  for (const element of document.querySelectorAll("*")) {
    if (/^(script|iframe|object|embed|base|link)$/i.test(element.localName)) found.push(element.outerHTML);
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name) || name === "srcdoc" || name === "autofocus") found.push(name + "=" + value);
      if (/^(href|src|action|formaction|xlink:href|data|poster)$/i.test(name) && !harmless.test(value)) found.push(name + "=" + value);
    }
    for (const kind of ["mouseover", "focus"]) element.dispatchEvent(new Event(kind, { bubbles: true }));
    // Addresses of pages elsewhere are meant to be followed; they would only take the page away.
    if (!/^https?:/.test(element.getAttribute("href") ?? "")) element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  }
  return found;
})()`;
