import assert from "node:assert/strict";
import axe, { type AxeResults, type NodeResult } from "axe-core";
import type { Page } from "playwright-core";

/** Whatever opens a dialogue or asks for something from outside is noted. */
export async function setTrap(page: Page, tripped: string[]): Promise<void> {
  page.on("dialog", (dialog) => {
    tripped.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("request", (request) => tripped.push(request.url()));
}

export async function accessible(page: Page): Promise<void> {
  assert.deepEqual(await violations(page), []);
}

/** What breaks any rule of axe, best practices among them. */
export async function violations(page: Page): Promise<readonly string[]> {
  if (await page.evaluate<boolean>("typeof axe === 'undefined'")) await page.evaluate(axe.source);
  // What passed fills most of a result and takes longer to hand over than to find.
  const found = await page.evaluate<Pick<AxeResults, "violations" | "incomplete">>(
    "axe.run(document, { resultTypes: ['violations', 'incomplete'] }).then(({ violations, incomplete }) => ({ violations, incomplete }))",
  );
  return [...found.violations, ...found.incomplete.map((result) => ({ ...result, nodes: result.nodes.filter(isUntold) }))].flatMap(
    ({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.any.map(({ message }) => message).join("; ")}`),
  );
}

/** Single digits, letters of a drawing, and what a bar overlaps just then: these axe cannot tell, and they are looked at in the pictures. */
const TOLD = new Set(["shortTextContent", "imgNode", "bgOverlap", "elmPartiallyObscuring", "elmPartiallyObscured"]);

/** A contrast that axe cannot tell must not pass for a good one. */
function isUntold({ any }: NodeResult): boolean {
  return any.some(
    ({ id, data }) => id === "color-contrast" && !TOLD.has(String((data as { readonly messageKey?: unknown } | null)?.messageKey)),
  );
}

/** Nothing sticks out to the side. */
export async function fits(page: Page, width: number): Promise<void> {
  assert.ok((await page.evaluate<number>("document.documentElement.scrollWidth")) <= width);
}
