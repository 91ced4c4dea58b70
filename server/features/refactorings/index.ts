import type { Analysis } from "../../analysis/analysis.ts";
import { addMissingRule } from "./addMissingRule.ts";
import { extractResponse } from "./extractResponse.ts";
import { itemForm } from "./itemForm.ts";
import { moveToLibrary } from "./moveToLibrary.ts";
import type { Refactoring } from "./refactoring.ts";
import { renumber } from "./renumber.ts";

/** Every change of form that is offered at a place, those that cannot be made with the reason. */
export const REFACTORINGS: Readonly<Record<string, (analysis: Analysis, offset: number) => readonly Refactoring[]>> = {
  "extract-response": extractResponse,
  "item-form": itemForm,
  "add-missing-rule": addMissingRule,
  "move-to-library": moveToLibrary,
  renumber,
};

export const refactoringsAt = (analysis: Analysis, offset: number): readonly Refactoring[] =>
  Object.values(REFACTORINGS).flatMap((offered) => offered(analysis, offset));
