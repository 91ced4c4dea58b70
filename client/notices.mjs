// The licences of the packages that are bundled into what ships, one text for all, from what esbuild says it has read.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** @param metafiles {readonly import("esbuild").Metafile[]} */
export function notices(metafiles) {
  const folders = new Set(metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap(({ inputs }) => packagesOf(inputs))));
  const entries = [...folders].map((folder) => entryOf(folder)).sort((a, b) => (a.title < b.title ? -1 : 1));
  const head = "Scalewright contains these packages, each under its own licence.";
  return `${[head, ...entries.map(({ title, text }) => `${"=".repeat(78)}\n${title}\n\n${text}`)].join("\n\n")}\n`;
}

/** The folders of the packages that bytes of an output come from; a file that was read and left out is not in it. */
function packagesOf(inputs) {
  return Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => {
    const folder = bytesInOutput > 0 ? /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] : undefined;
    return folder === undefined ? [] : [folder];
  });
}

function entryOf(folder) {
  const { name, version, license, author, homepage } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder)
    .sort()
    .find((one) => /^licen[cs]e/i.test(one));
  const by = typeof author === "string" ? author : author?.name;
  const written = file === undefined ? inReadme(folder) : readFileSync(path.join(folder, file), "utf8");
  const text = written ?? (by === undefined ? undefined : standard(license, by));
  if (text === undefined) throw new Error(`${name} ${version} says nothing of its licence`);
  return {
    title: `${name} ${version} (${license})${homepage === undefined ? "" : `\n${homepage}`}`,
    text: text.replace(/\r\n/g, "\n").trim(),
  };
}

/** Some packages have their licence only there. */
function inReadme(folder) {
  const file = readdirSync(folder).find((one) => /^readme/i.test(one));
  const text = file === undefined ? "" : readFileSync(path.join(folder, file), "utf8");
  return /^#+ licen[cs]e\s*\n+([\s\S]*?Permission is hereby granted[\s\S]*?)(?=^#|(?![\s\S]))/im.exec(text)?.[1];
}

/** A package that only names its licence is given the words of that licence. */
function standard(license, author) {
  const words = { MIT, ISC }[license];
  return words === undefined ? undefined : `The ${license} License\n\nCopyright (c) ${author}\n\n${words}`;
}

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const ISC = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the
above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF
MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES
WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR
IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;
