import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What a reader of PDF files that we did not write finds: the text page by page, and the tags that a screen reader goes by. */
export async function readPdf(bytes: Uint8Array): Promise<{
  readonly pages: readonly string[];
  readonly text: string;
  readonly tags: ReadonlySet<string>;
  readonly title: unknown;
  readonly language: unknown;
}> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await loading.promise;
  const pages: string[] = [];
  const tags = new Set<string>();
  const collect = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if ("role" in node) tags.add(String(node.role));
    if ("children" in node && Array.isArray(node.children)) for (const child of node.children) collect(child);
  };
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : "")).join(""));
    collect(await page.getStructTree());
  }
  const { info } = await pdf.getMetadata();
  await loading.destroy();
  const has = (name: string): unknown => (name in info ? Object.entries(info).find(([key]) => key === name)?.[1] : undefined);
  return { pages, text: pages.join("\n"), tags, title: has("Title"), language: has("Language") };
}
