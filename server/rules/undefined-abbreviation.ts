import { lexiconOf } from "../evidence/lexicon/lexicon.ts";
import { ABBREVIATION, MARKS, mayAbbreviate } from "../evidence/marks.ts";
import { wordingsOf } from "../evidence/wording.ts";
import { rule } from "./rule.ts";

/** Each abbreviation once, where it is first used. */
export default rule({
  code: "undefined-abbreviation",
  severity: "info",
  summary: "An item uses an abbreviation that nothing explains.",
  looksAt: ["item", "section"],
  needs: (part) =>
    part.kind === "item" ? mayAbbreviate(part.value.stem, part.value.help) : mayAbbreviate(part.value.title, part.value.text),
  *check(part, context) {
    if (!lexiconOf(context.language)) return;
    const wordings =
      part.kind === "item"
        ? [...wordingsOf(part.value, "stem", context), ...wordingsOf(part.value, "help", context)]
        : [...wordingsOf(part.value, "title", context), ...wordingsOf(part.value, "text", context)];
    const seen = new Set<string>();
    for (const { text, lexicon, place } of wordings) {
      if (!/[A-Z][A-Z0-9]/.test(text) || text === text.toUpperCase()) continue;
      for (const match of text.matchAll(ABBREVIATION)) {
        const [word] = match;
        if (seen.has(word) || lexicon.knownCapitals.has(word) || context.settings.lexicon.get("abbreviations")?.includes(word)) continue;
        seen.add(word);
        if (context.marked(MARKS.explains(word)).length > 0 || context.marked(MARKS.abbreviation(word))[0] !== part.id) continue;
        yield {
          at: place(match.index, match.index + word.length),
          message: `"${word}" is not explained: write it out where it is first used`,
        };
      }
    }
  },
});
