import type { TestedFile } from "./run-tests.ts";

/** Everything that a test run prints. */
export interface TestReport {
  readonly files: readonly (TestedFile & { readonly mutation?: MutationSummary })[];
}

/** What became of the mutants of one instrument, in words. */
export interface MutationSummary {
  readonly killed: number;
  readonly equivalent: number;
  readonly undecided: readonly string[];
  readonly survivors: readonly { readonly change: string; readonly answers: string }[];
}

export function failedTests({ files }: TestReport): number {
  return files.flatMap(({ tests }) => tests).filter(({ passed }) => !passed).length;
}

export function allTests({ files }: TestReport): number {
  return files.reduce((sum, { tests }) => sum + tests.length, 0);
}
