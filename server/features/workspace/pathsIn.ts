import type { Analysis } from "../../analysis/analysis.ts";
import type { Field } from "../../syntax/outline.ts";
import type { Scalar } from "../../syntax/tree.ts";
import { fieldAt, innerFields } from "../fieldAt.ts";

/** A path that a document writes, to another document. */
export interface WrittenPath {
  readonly path: string;
  readonly field: Field;
  readonly scalar: Scalar;
}

/** The document that a translation translates, that a guide is about, or that a study joins. */
export function joinedPaths(analysis: Analysis): readonly WrittenPath[] {
  switch (analysis.kind) {
    case "translation":
      return written(fieldAt(analysis, ["of"]));
    case "guide":
      return written(fieldAt(analysis, ["about"]));
    case "study": {
      const documents = fieldAt(analysis, ["documents"]);
      return documents ? innerFields(documents).flatMap(written) : [];
    }
    default:
      return [];
  }
}

const written = (field: Field | undefined): readonly WrittenPath[] =>
  field?.value.kind === "scalar" && field.value.text !== "" ? [{ path: field.value.text, field, scalar: field.value }] : [];
