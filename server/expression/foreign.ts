/** What an author who knows another program is likely to write, and how a formula says it here. */
export interface Foreign {
  /** Our spelling. */
  readonly text: string;
  readonly message: string;
  /** Whether the two mean the same beyond doubt. */
  readonly safe: boolean;
}

/** The meaning of a sign that a formula does not have. */
export function foreignSymbol(symbol: string): Foreign {
  const text = SYMBOLS[symbol] ?? symbol;
  return { text, message: `write "${text}" instead of "${symbol}"`, safe: !UNSURE.has(symbol) };
}

const SYMBOLS: Readonly<Record<string, string>> = {
  "...": "..",
  "…": "..",
  "===": "==",
  "!==": "!=",
  "<>": "!=",
  "≠": "!=",
  "=<": "<=",
  "=>": ">=",
  "≤": "<=",
  "≥": ">=",
  "&&": "and",
  "&": "and",
  "||": "or",
  "|": "or",
  "!": "not",
  "**": "^",
  "×": "*",
  "·": "*",
  "÷": "/",
  "−": "-",
  "–": "-",
  "—": "-",
  "%": "mod",
  ";": ",",
};

/** A dash between two ids may have been meant as a span, and `&` joins texts in a spreadsheet. */
const UNSURE: ReadonlySet<string> = new Set(["–", "—", "&", "|"]);

/** The meaning of a word where an operator is expected: comparison words of SPSS, Stata and plain English. */
export function foreignWord(word: string): Foreign | undefined {
  const text = WORDS[word.toLowerCase()];
  return text === undefined ? undefined : { text, message: `write "${text}" instead of "${word}"`, safe: true };
}

const WORDS: Readonly<Record<string, string>> = {
  eq: "==",
  equals: "==",
  ne: "!=",
  lt: "<",
  le: "<=",
  gt: ">",
  ge: ">=",
};

/** Plain English or another program's word where an operator is expected: what to write, with what stands before it. */
export function foreignPhrase(word: string, after: string, left: string): string | undefined {
  const [one, two] = [word.toLowerCase(), after.toLowerCase()];
  const sign = PHRASES[`${one} ${two}`] ?? PHRASES[one];
  if (sign !== undefined) return `write "${sign}" instead of "${`${one} ${two}` in PHRASES || two === "than" ? `${word} ${after}` : word}"`;
  if (one === "x") return `to multiply write ${left} * ...`;
  if (one === "contains" || one === "includes") return `whether an option is ticked is written selected(${left}, ...)`;
  return undefined;
}

const PHRASES: Readonly<Record<string, string>> = {
  greater: ">",
  more: ">",
  above: ">",
  over: ">",
  less: "<",
  fewer: "<",
  below: "<",
  under: "<",
  "at least": ">=",
  "at most": "<=",
  plus: "+",
  minus: "-",
  times: "*",
};
