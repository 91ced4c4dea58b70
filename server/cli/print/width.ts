/** How many cells of a terminal a piece of text takes that is shown as one character (a grapheme cluster). */
export function cellWidth(grapheme: string): number {
  const code = grapheme.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (/^[\p{Mn}\p{Me}\p{Cf}\p{Zl}\p{Zp}]+$/u.test(grapheme)) return 0;
  if (/\p{Emoji_Presentation}|\ufe0f|^\p{Regional_Indicator}{2}/u.test(grapheme)) return 2;
  return isWide(code) ? 2 : 1;
}

/** First and last code points of the blocks that East Asian fonts draw two cells wide (Unicode Standard Annex 11, classes W and F). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff],
  [0x1aff0, 0x1b2fb],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
];

function isWide(code: number): boolean {
  return code >= 0x1100 && WIDE.some(([first, last]) => code >= first && code <= last);
}
