import { type Html, html } from "./html.ts";

/** A link to an address on the web. Anything that is no plain web address (`javascript:`, `data:`, a path) stays a text. */
export function outsideLink(address: string | undefined, text: string | undefined): Html | undefined {
  if (address === undefined || text === undefined) {
    return undefined;
  }
  return isWebAddress(address) ? html`<a href="${address}" rel="noreferrer">${text}</a>` : html`${text}`;
}

function isWebAddress(address: string): boolean {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) {
    return false;
  }
  const { protocol } = new URL(address);
  return protocol === "https:" || protocol === "http:";
}

/** Where something is from: a DOI or an address becomes a link, anything else stays as it is written. */
export function sourceLink(source: string): Html {
  const doi = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+)$/i.exec(source)?.[1];
  return outsideLink(doi === undefined ? source : `https://doi.org/${doi}`, source) ?? html`${source}`;
}
