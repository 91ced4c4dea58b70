import type { TranslatedText, Translation } from "./readTranslation.ts";
import type { SourceText } from "./sourceTexts.ts";

/** How far a translation is. */
export interface Completeness {
  readonly language: string;
  readonly total: number;
  /** Texts that have words, by how far these are; `unsaid` where no status is written. */
  readonly translated: number;
  readonly byStatus: Readonly<Record<"draft" | "reviewed" | "approved" | "unsaid", number>>;
  readonly rows: readonly TranslationRow[];
  /** Texts of the translation that stand for nothing in the document. */
  readonly unknown: readonly TranslatedText[];
}

/** A text beside its translation. */
export interface TranslationRow {
  readonly source: SourceText;
  /** The words in the other language; undefined where there are none yet. */
  readonly words?: string;
  readonly text?: TranslatedText;
}

/** Puts the texts of a document beside those of its translation. What the document itself gives in the language needs no other words. */
export function completenessOf(sources: readonly SourceText[], translation: Translation): Completeness {
  const texts = new Map(translation.texts.map((text) => [text.key, text]));
  const byStatus = { draft: 0, reviewed: 0, approved: 0, unsaid: 0 };
  let translated = 0;
  const rows = sources.map((source): TranslationRow => {
    const text = texts.get(source.key);
    const words = text !== undefined && text.words.trim() !== "" ? text.words : source.languages.get(translation.language);
    if (words === undefined || words.trim() === "") return { source, text };
    translated++;
    byStatus[text?.status ?? "unsaid"]++;
    return { source, words, text };
  });
  const known = new Set(sources.map(({ key }) => key));
  return {
    language: translation.language,
    total: sources.length,
    translated,
    byStatus,
    rows,
    unknown: translation.texts.filter(({ key, words }) => !known.has(key) && words.trim() !== ""),
  };
}

/** "12 of 20 texts: 3 approved, 5 reviewed, 4 draft". */
export function completenessInWords({ total, translated, byStatus }: Completeness): string {
  const parts = (["approved", "reviewed", "draft"] as const).flatMap((status) =>
    byStatus[status] > 0 ? [`${byStatus[status]} ${status}`] : [],
  );
  if (byStatus.unsaid > 0 && parts.length > 0) parts.push(`${byStatus.unsaid} without a status`);
  return `${translated} of ${total} ${total === 1 ? "text" : "texts"} translated${parts.length > 0 ? `: ${parts.join(", ")}` : ""}`;
}
