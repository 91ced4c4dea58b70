import type { LensKind } from "../features/codeLenses.ts";
import { HINT_KINDS, type HintKind } from "../features/inlayHints.ts";

/** What a reader wants to be shown in the editor. */
export interface EditorSettings {
  readonly lenses: ReadonlySet<LensKind>;
  readonly hints: ReadonlySet<HintKind>;
}

export const LENS_KINDS: readonly LensKind[] = ["preview", "tests", "scores", "uses"];

/** Everything is shown until something is switched off. */
export const SHOWN_BY_DEFAULT: EditorSettings = { lenses: new Set(LENS_KINDS), hints: new Set(HINT_KINDS) };

/** The section `scalewright` of an editor's settings: `codeLens.preview`, `inlayHints.range` …, nested or with dots; `false` switches off. */
export function editorSettings(value: unknown): EditorSettings {
  const isOn = (group: string, kind: string) => at(at(value, group), kind) !== false && at(value, `${group}.${kind}`) !== false;
  return {
    lenses: new Set(LENS_KINDS.filter((kind) => isOn("codeLens", kind))),
    hints: new Set(HINT_KINDS.filter((kind) => isOn("inlayHints", kind))),
  };
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && key in value ? (value as Record<string, unknown>)[key] : undefined;
}
