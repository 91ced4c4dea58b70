import type { LspFeature } from "./feature.ts";
import { codeActions } from "./features/codeActions.ts";
import { completion } from "./features/completion.ts";
import { definition } from "./features/definition.ts";
import { documentSymbols } from "./features/documentSymbols.ts";

import { explain } from "./features/explain.ts";
import { hover } from "./features/hover.ts";
import { preview } from "./features/preview.ts";
import { templates } from "./features/templates.ts";

/** Everything that the server can be asked for, one line each. */
export const features: readonly LspFeature[] = [codeActions, completion, definition, documentSymbols, explain, hover, preview, templates];
