import type { LspFeature } from "./feature.ts";
import { callHierarchy } from "./features/callHierarchy.ts";
import { codeActions } from "./features/codeActions.ts";
import { codeLenses } from "./features/codeLenses.ts";
import { compare } from "./features/compare.ts";
import { completion } from "./features/completion.ts";
import { definition } from "./features/definition.ts";
import { documentLinks } from "./features/documentLinks.ts";
import { documentSymbols } from "./features/documentSymbols.ts";
import { explain } from "./features/explain.ts";
import { exportDocument } from "./features/exportDocument.ts";
import { folding } from "./features/folding.ts";
import { formatting } from "./features/formatting.ts";
import { hover } from "./features/hover.ts";
import { inlayHints } from "./features/inlayHints.ts";
import { keepTest } from "./features/keepTest.ts";
import { movedFiles } from "./features/movedFiles.ts";
import { occurrences } from "./features/occurrences.ts";
import { preview } from "./features/preview.ts";
import { rename } from "./features/rename.ts";
import { scoringTests } from "./features/scoringTests.ts";
import { selection } from "./features/selection.ts";
import { semanticTokens } from "./features/semanticTokens.ts";
import { signatureHelp } from "./features/signatureHelp.ts";
import { templates } from "./features/templates.ts";
import { workspaceSymbols } from "./features/workspaceSymbols.ts";

/** Everything that the server can be asked for, one line each. */
export const features: readonly LspFeature[] = [
  callHierarchy,
  codeActions,
  codeLenses,
  compare,
  completion,
  definition,
  documentLinks,
  documentSymbols,
  explain,
  exportDocument,
  folding,
  formatting,
  hover,
  inlayHints,
  keepTest,
  movedFiles,
  occurrences,
  preview,
  rename,
  scoringTests,
  selection,
  semanticTokens,
  signatureHelp,
  templates,
  workspaceSymbols,
];
