import { type Html, html, type Part } from "./html.ts";

/** A table that may be wider than the page, which then scrolls; the keyboard reaches it. The first cell of a row is its heading. */
export function renderWideTable(table: {
  readonly name: string;
  readonly head: readonly Part[];
  readonly rows: readonly { readonly cells: readonly Part[]; readonly attributes?: Part; readonly cellAttributes?: readonly Part[] }[];
  readonly kind?: string;
}): Html {
  const { name, head, rows, kind = "" } = table;
  return html`<div class="wide" role="region" tabindex="0" aria-label="${name}"><table class="grid ${kind}"><caption>${name}</caption>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({
      cells: [first, ...rest],
      attributes,
      cellAttributes,
    }) => html`<tr${attributes}><th scope="row">${first}</th>${rest.map((cell, index) => html`<td${cellAttributes?.[index]}>${cell}</td>`)}</tr>
`,
  )}</tbody></table></div>
`;
}
