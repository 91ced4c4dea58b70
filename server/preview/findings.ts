import type { Problem, Severity } from "../problem.ts";
import { type Context, stopAt } from "./context.ts";
import { type Html, html } from "./html.ts";

/** What was found, where it was found. */
export function renderFindings(context: Context, problems: readonly Problem[]): Html | undefined {
  if (problems.length === 0) {
    return undefined;
  }
  return html`<ul class="findings" lang="en" dir="ltr">${problems.map((problem) => renderFinding(context, problem))}</ul>
`;
}

function renderFinding(context: Context, problem: Problem): Html {
  const place = context.locate !== undefined && stopAt(problem.range, problem.message);
  return html`<li class="finding ${problem.severity}"${place}><strong>${NAMES[problem.severity]}</strong> ${problem.message} <code>${problem.code}</code></li>`;
}

const NAMES: Readonly<Record<Severity, string>> = { error: "Error", warning: "Warning", info: "Note" };

/** "2 errors, 1 warning", or that there is nothing; undefined where findings were not looked for. */
export function renderSummary(context: Context): Html | undefined {
  if (context.problems === undefined) {
    return undefined;
  }
  const counts = (["error", "warning", "info"] as const).map((severity) => {
    const count = context.problems?.filter((problem) => problem.severity === severity).length ?? 0;
    const name = NAMES[severity].toLowerCase();
    return count === 0 ? "" : `${count} ${name}${count === 1 ? "" : "s"}`;
  });
  const text = counts.filter((count) => count !== "").join(", ");
  return html`<p class="summary ${text === "" ? "clean" : "found"}">${text === "" ? "No findings" : text}</p>
`;
}
