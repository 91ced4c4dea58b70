/** What a page must know of a language: its direction and the name that its speakers use for it. */
export interface Language {
  readonly tag: string;
  readonly direction: "ltr" | "rtl";
  readonly name: string;
}

const RIGHT_TO_LEFT_SCRIPTS = new Set(["Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"]);

/** A tag that is not well formed (the checker reports it) is shown as it is written. */
export function languageOf(tag: string): Language {
  const known = KNOWN.get(tag) ?? describe(tag);
  KNOWN.set(tag, known);
  return known;
}

/** Asked for with most texts of a page, and slow to find out. */
const KNOWN = new Map<string, Language>();

function describe(tag: string): Language {
  try {
    const locale = new Intl.Locale(tag);
    const direction = RIGHT_TO_LEFT_SCRIPTS.has(locale.maximize().script ?? "") ? "rtl" : "ltr";
    return { tag: locale.toString(), direction, name: new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag };
  } catch (error) {
    if (error instanceof RangeError) {
      return { tag: "und", direction: "ltr", name: tag };
    }
    throw error;
  }
}

export function isEnglish({ tag }: Language): boolean {
  return tag === "en" || tag.startsWith("en-");
}
