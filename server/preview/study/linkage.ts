import type { Coarseness, Linkage, Study } from "../../model/study.ts";
import { type LeavingItem, leavingItems } from "../../study/leaving.ts";
import { SMALLEST_GROUP } from "../../study/phases.ts";
import { at, type Context, stop } from "../context.ts";
import { type Fact, renderFacts } from "../factList.ts";
import { type Html, html } from "../html.ts";
import { listed } from "../scores/missingInWords.ts";
import { spoken } from "../scores/spoken.ts";
import { renderWideTable } from "../wideTable.ts";
import { quotedWording } from "../wording.ts";

/** What answers are joined with, what leaves and what is made coarser before. */
export function renderLinkage(context: Context, study: Study): Html | undefined {
  return study.linkage.size === 0
    ? undefined
    : html`<section class="part"><h2${at(context, study, "linkage")}>Linkage</h2>
${study.linkage.values().map((link) => renderLink(context, study, link))}</section>
`;
}

function renderLink(context: Context, study: Study, link: Linkage): Html {
  const items = leavingItems(study, link);
  const count = (as: LeavingItem["as"]) => items.filter((item) => item.as === as).length;
  const facts: readonly Fact<Linkage>[] = [
    { name: "Held by", property: "holder", content: link.holder && spoken(link.holder) },
    { name: "Joined by", property: "key", content: link.key.length > 0 && listed(link.key) },
    { name: "Consent", property: "consent", content: link.consent },
    {
      name: "Smallest group",
      property: "smallestGroup",
      content:
        link.smallestGroup === undefined
          ? `not said; groups below ${SMALLEST_GROUP} are looked at`
          : `${link.smallestGroup}: smaller groups are not reported`,
    },
    {
      name: "Kept",
      property: "keepYears",
      content: link.keepYears === undefined ? undefined : `${link.keepYears} ${link.keepYears === 1 ? "year" : "years"}`,
    },
    {
      name: "In all",
      content: `${count("leaves")} leave as they are, ${count("coarsened")} coarsened, ${count("removed")} removed before`,
    },
  ];
  return html`<article class="link"${stop(context, link)}><h3>${spoken(link.id)} <code>${link.id}</code></h3>
${renderFacts(context, link, facts)}${
  items.length > 0 &&
  renderWideTable({
    name: `What leaves: ${spoken(link.id)}`,
    kind: "leaving",
    head: ["Variable", "What becomes of it", "Privacy"],
    rows: items.map(({ name, item, as, to }) => ({
      cells: [
        html`<code>${name}</code> ${item?.stem === undefined ? item === undefined && "column of the other data" : quotedWording(context, item.stem)}`,
        html`<span class="fate ${as}">${as === "coarsened" && to !== undefined ? `coarsened: ${COARSE[to]}` : FATES[as]}</span>`,
        item?.privacy === undefined ? "" : spoken(item.privacy),
      ],
    })),
  })
}</article>
`;
}

const FATES: Readonly<Record<LeavingItem["as"], string>> = {
  key: "joins the data",
  removed: "removed before",
  coarsened: "coarsened",
  leaves: "leaves as it is",
};

const COARSE: Readonly<Record<Coarseness, string>> = {
  five_year_band: "to bands of five years",
  ten_year_band: "to bands of ten years",
  year: "to the year",
  month: "to the month",
  region: "to the region",
  country: "to the country",
  drop: "left out",
};
