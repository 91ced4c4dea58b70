import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { CoverageResult } from "../../server/lsp/requests.ts";

const DETAILS = new WeakMap<vscode.FileCoverage, readonly vscode.FileCoverageDetail[]>();

/** What tests exercise of an instrument as the editor shows coverage: a place is a statement, and what there is to exercise at it its branches. */
export function fileCoverage(client: BaseLanguageClient, uri: vscode.Uri, places: readonly CoverageResult[]): vscode.FileCoverage {
  const details = places.map(({ range, targets }) => {
    const at = client.protocol2CodeConverter.asRange(range);
    const branches = targets.length < 2 ? [] : targets.map(({ name, covered }) => new vscode.BranchCoverage(covered, at, name));
    return new vscode.StatementCoverage(
      targets.some(({ covered }) => covered),
      at,
      branches,
    );
  });
  const coverage = vscode.FileCoverage.fromDetails(uri, details);
  DETAILS.set(coverage, details);
  return coverage;
}

export function coverageDetails(coverage: vscode.FileCoverage): vscode.FileCoverageDetail[] {
  return [...(DETAILS.get(coverage) ?? [])];
}
