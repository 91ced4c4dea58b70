import { random } from "../bench/generate.mjs";

/** Pieces that mean something where they come to stand: in YAML, in a formula, in a table of data. */
const PIECES = [
  ..."-:?,[]{}#&*!|>'\"%@`~<=.\\ \n\t\r;()+/^0",
  ...[
    ": ",
    "- ",
    " #",
    "\n  ",
    "\n    ",
    "\r\n",
    "---\n",
    "...\n",
    "|-\n",
    ">+\n",
    "{a: b}",
    "[a, b]",
    "&x ",
    "*x",
    "*agree5",
    "!!str ",
    "<<: *agree5\n",
  ],
  ...[
    "null",
    "true",
    "012",
    "0x1F",
    "1e3",
    "1e-99",
    "99999999999999999999",
    ".inf",
    "-1",
    "1/3",
    "''",
    '""',
    '"a,b"',
    "NA",
    "\\u00e9",
    "\\",
  ],
  ...[
    "w1",
    "w1..w5",
    "w9",
    "total",
    "total.band",
    "when: ",
    "items: ",
    "reverse: true",
    "when: w5 == 1",
    "x-note: ",
    "~",
    "use: {s: shared}",
  ],
  ...[
    "mean(",
    "if(",
    " and ",
    " or ",
    " not ",
    " in ",
    " between ",
    " == ",
    "need=",
    "..",
    "missing",
    "scored(w1)",
    "6 months",
    "23:15",
    "mod",
  ],
  ...["é", "💬", "\ufeff", "\u00a0", "\u2028", "\u0000", "\u0007", "\ud800", "ß", "\u202e", "# scalewright-ignore code-gap: x\n"],
];

/** Inputs made from seeds by a number: the same number gives the same input each time. */
export function mutated(seeds: readonly string[], number: number): Buffer {
  const next = random(number * 2_654_435_761);
  const below = (limit: number): number => Math.floor(next() * limit);
  const one = (): string => seeds[below(seeds.length)] ?? "";
  let text = one();
  for (let changes = 1 + below(below(4) === 0 ? 12 : 4); changes > 0; changes--) text = changed(text);
  const bytes = Buffer.from(text);
  // Bytes that are no UTF-8, and files that end in the middle.
  for (let broken = below(20) === 0 ? 1 + below(3) : 0; broken > 0 && bytes.length > 0; broken--) bytes[below(bytes.length)] = below(256);
  return below(30) === 0 ? bytes.subarray(0, below(bytes.length + 1)) : bytes;

  function changed(before: string): string {
    const [start, length] = [below(before.length + 1), below(4) === 0 ? below(60) : below(6)];
    const end = Math.min(before.length, start + length);
    const [head, middle, tail] = [before.slice(0, start), before.slice(start, end), before.slice(end)];
    switch (below(9)) {
      case 0:
        return head + tail;
      case 1:
        return head + middle + middle + tail;
      case 2:
        return head + middle.repeat(1 + below(40)) + tail;
      case 3: {
        const other = one();
        const from = below(other.length + 1);
        return head + other.slice(from, from + below(80)) + tail;
      }
      case 4:
        return withoutLine(before);
      case 5:
        return (PIECES[below(PIECES.length)] ?? "").repeat(below(50) === 0 ? 1 + below(300) : 1 + below(2)) + before;
      default:
        return head + (PIECES[below(PIECES.length)] ?? "").repeat(below(60) === 0 ? 1 + below(300) : 1) + tail;
    }
  }

  function withoutLine(before: string): string {
    const lines = before.split("\n");
    const [line = ""] = lines.splice(below(lines.length), 1);
    if (below(2) === 0) lines.splice(below(lines.length + 1), 0, line);
    return lines.join("\n");
  }
}
