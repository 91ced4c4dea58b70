import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { KINDS, kindsOf, sheetOf } from "../../server/document/sheet.ts";
import { setTrap } from "../preview/accessible.ts";
import { ATTACKS, viewWith } from "../preview/hostile.ts";
import { everyDocument, viewsOf } from "../preview/otherDocuments.ts";
import { asRead, provoke, wordsOf } from "../preview/provoke.ts";
import { launchChromium } from "../vscode/launch.ts";
import { htmlOf, making } from "./making.ts";

// Documents are sent to others, who open them in a browser: no text in them may do anything there. `npm test -- preview` runs it.

describe("documents with hostile texts, in a browser", () => {
  let browser: Browser;
  let page: Page;
  const tripped: string[] = [];

  before(async () => {
    browser = await launchChromium();
    // Their own policy would stop a script; they are to hold without it.
    const context = await browser.newContext({ bypassCSP: true });
    page = await context.newPage();
    await setTrap(page, tripped);
  });

  beforeEach(() => {
    tripped.length = 0;
  });

  after(() => browser.close());

  it("would be caught if a text acted", async () => {
    await page.setContent("<p onclick=alert(1)>One</p><img src=x: onerror=alert(2)><a href='javascript:alert(3)'>Three</a>");
    const found = await provoke(page);
    for (const one of ["1", "2", "3"]) assert.ok(tripped.includes(one), tripped.join());
    assert.deepEqual(found, ["onclick=alert(1)", "src=x:", "onerror=alert(2)", "href=javascript:alert(3)"]);
  });

  for (const attack of ATTACKS) {
    it(`show ${JSON.stringify(attack)} as text, and nothing runs: an instrument`, async () => {
      const view = viewWith(attack);
      for (const kind of KINDS) await isHarmless(htmlOf(sheetOf(kind, made(view, attack))), attack, kind);
    });

    it(`show ${JSON.stringify(attack)} as text, and nothing runs: rounds, guides and studies`, async () => {
      for (const [name, view] of viewsOf(everyDocument(() => attack))) {
        if (!/delphi|guide|study/.test(name)) continue;
        for (const kind of kindsOf(view)) {
          const rounds = kind === "questionnaire" ? (view.delphi?.rounds ?? [undefined]) : [undefined];
          for (const round of rounds)
            await isHarmless(htmlOf(sheetOf(kind, { ...made(view, attack), round: round?.number })), attack, `${kind} of ${name}`);
        }
      }
    });
  }

  async function isHarmless(markup: string, attack: string, what: string): Promise<void> {
    await page.setContent(markup);
    assert.deepEqual(await provoke(page), [], what);
    assert.deepEqual(tripped, [], what);
    assert.ok((await wordsOf(page)).includes(asRead(attack)), what);
  }
});

/** Names of files are someone's words too. */
function made(view: Parameters<typeof making>[0], attack: string) {
  return making(view, { codes: true, provenance: { files: [{ file: attack, sha256: "0123456789abcdef".repeat(4) }], tool: attack } });
}
