import { CHANGE_CLASSES } from "../../diff/change.ts";
import type { Compared } from "./compared.ts";
import { CLASS_TITLES, headline, isIncomplete, most, toldScores, VERDICTS } from "./print-diff-text.ts";

/** The differences as a comment to a pull request. `apart`: new and deleted documents, in a sentence each. */
export function printDiffMarkdown(compared: readonly Told[], apart: readonly string[] = []): string {
  const list = apart.length === 0 ? [] : [apart.map((says) => `- ${escaped(says)}`).join("\n")];
  return `${[...compared.map(oneDocument), ...list].join("\n\n")}\n`;
}

/** What is told of two versions. */
type Told = Pick<Compared, "diff" | "problems"> & { readonly now: Pick<Compared["now"], "file"> };

function oneDocument({ now, diff, problems }: Told): string {
  const blocks = [`### ${code(now.file)}`, sentence(headline(diff))];
  for (const { severity, message } of [...diff.unread.now, ...problems]) blocks.push(`> **${severity}**: ${escaped(message)}`);
  const told = toldScores(diff.scores);
  if (told.length > 0) {
    const rows = told.map(
      ({ score, formerly, comparable, reasons }) =>
        `| ${code(score)}${formerly === undefined ? "" : ` (formerly ${code(formerly)})`} | ${VERDICTS[comparable]} | ${reasons.map(escaped).join("<br>")} |`,
    );
    blocks.push(["| Score | Comparable with before? | Why |", "| --- | --- | --- |", ...rows].join("\n"));
  }
  for (const kind of CHANGE_CLASSES) {
    const changes = diff.changes.filter((change) => change.class === kind);
    if (changes.length === 0) continue;
    const lines = changes
      .slice(0, most(kind))
      .map(({ message, needs }) => `- ${needs === "major" ? "**breaking** " : ""}${escaped(message)}`);
    if (changes.length > most(kind)) lines.push(`- and ${changes.length - most(kind)} more`);
    blocks.push(`**${sentence(CLASS_TITLES[kind])}**\n\n${lines.join("\n")}`);
  }
  if (isIncomplete(diff)) blocks.push("A version has errors: what could not be read was not compared.");
  return blocks.join("\n\n");
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Whatever a document says must not become formatting, a link or a mention. */
function escaped(text: string): string {
  return text.replace(/[\r\n]+/g, " ").replace(/[\\`*_{}[\]<>|#~@&]/g, (sign) => ENTITIES[sign] ?? `\\${sign}`);
}

const ENTITIES: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;", "@": "&#64;", "|": "&#124;" };

function code(text: string): string {
  const flat = text.replace(/[\r\n|]+/g, " ");
  return flat.includes("`") ? escaped(flat) : `\`${flat}\``;
}
