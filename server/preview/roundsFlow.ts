import type { Delphi } from "../model/delphi.ts";
import type { Context } from "./context.ts";
import { renderLedger } from "./delphi/ledgerTable.ts";
import { type RoundLedger, roundLedgers } from "./delphi/roundLedgers.ts";
import { drawGraph } from "./graph/drawGraph.ts";
import type { Edge, Graph, Node } from "./graph/graph.ts";
import { renderTitle } from "./heading.ts";
import { type Html, html } from "./html.ts";

/** The rounds of a study as a flow of statements, with the same numbers as a table. */
export function renderRounds(context: Context, study: Delphi): Html {
  const drawing = drawGraph(roundsGraph(context, study), context.layOut, "The statements from round to round", context.prefix);
  return html`<div class="reviewer flow" lang="en" dir="ltr">
<header class="cover">${renderTitle(context)}</header>
<div class="way"><div>${renderLedger(context, study)}</div>
${drawing}</div></div>
`;
}

function roundsGraph(context: Context, study: Delphi): Graph {
  const nodes: Node[] = [];
  const edges: Edge[] = [];
  const ledgers = roundLedgers(study, context.rated);
  for (const [index, one] of ledgers.entries()) {
    const { round, asked, ledger } = one;
    const written = study.rounds.find(({ number }) => number === round);
    const place = written && context.locate?.(written);
    const id = `round-${round}`;
    const next = ledgers[index + 1];
    if (index === 0) {
      nodes.push({ id: "list", shape: "end", title: "First list", detail: counted(asked, "statement") });
      edges.push({ from: "list", to: id });
    }
    if (ledger.added > 0) {
      nodes.push({ id: `added-${round}`, shape: "end", title: "Added", detail: counted(ledger.added, "statement") });
      edges.push({ from: `added-${round}`, to: id, label: String(ledger.added) });
    }
    nodes.push({
      id,
      shape: "box",
      title: `Round ${round}`,
      detail: `${counted(asked, "statement")} asked${ledger.merged > 0 ? `, ${ledger.merged} merged` : ""}`,
      place,
    });
    leave(nodes, edges, one, "accepted", "Accepted");
    leave(nodes, edges, one, "rejected", "Rejected");
    if (next !== undefined) {
      edges.push({ from: id, to: `round-${next.round}`, label: `${ledger.carried} carried` });
    } else if (ledger.carried > 0) {
      nodes.push({ id: "open", shape: "end", title: "Left open", detail: counted(ledger.carried, "statement") });
      edges.push({ from: id, to: "open", label: String(ledger.carried) });
    }
  }
  return { nodes, edges };
}

function leave(nodes: Node[], edges: Edge[], { round, ledger }: RoundLedger, kind: "accepted" | "rejected", title: string): void {
  if (ledger[kind] > 0) {
    nodes.push({ id: `${kind}-${round}`, shape: "end", title, detail: counted(ledger[kind], "statement") });
    edges.push({ from: `round-${round}`, to: `${kind}-${round}`, label: String(ledger[kind]) });
  }
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
