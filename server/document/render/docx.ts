import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Tab,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
  Table as WordTable,
} from "docx";
import type { Language } from "../../language/language.ts";
import type { Block, Cell, Run, Runs, Sheet, Table } from "../block.ts";
import { languageOfRuns } from "./languageOfRuns.ts";
import { sameBytes } from "./sameBytes.ts";

/** A document as a Word file: headings, lists and tables are Word's own, so that it can be edited and read aloud. The same document gives the same bytes. */
export async function renderDocx(sheet: Sheet): Promise<Uint8Array> {
  const { language } = sheet;
  const rtl = language.direction === "rtl";
  const document = new Document({
    title: sheet.title,
    creator: "Scalewright",
    lastModifiedBy: "Scalewright",
    description: sheet.stamp,
    styles: {
      default: {
        document: {
          run: { font: "Arial", size: 21, language: { value: language.tag, bidirectional: rtl ? language.tag : undefined } },
          paragraph: { spacing: { after: 80 } },
        },
        heading1: { run: { size: 34, bold: true, color: "111111" }, paragraph: { spacing: { after: 160 } } },
        heading2: { run: { size: 27, bold: true, color: "111111" }, paragraph: { spacing: { before: 320, after: 120 } } },
        heading3: { run: { size: 23, bold: true, color: "111111" }, paragraph: { spacing: { before: 240, after: 80 } } },
        heading4: { run: { size: 21, bold: true, color: "111111" }, paragraph: { spacing: { before: 200, after: 80 } } },
      },
    },
    numbering: { config: numberings(sheet.blocks) },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1020, right: 1020, bottom: 1134, left: 1020 } } },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                bidirectional: isRtl(sheet.stampLanguage),
                tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
                children: [
                  originRun(sheet.stamp, sheet.stampLanguage),
                  new TextRun({ children: [new Tab(), PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES], size: 15 }),
                ],
              }),
            ],
          }),
        },
        children: [...new Writer(language).all(sheet.blocks), ...originLines(sheet)],
      },
    ],
  });
  return sameBytes(await Packer.toArrayBuffer(document));
}

const isRtl = ({ direction }: Language): boolean => direction === "rtl";

function originRun(text: string, language: Language): TextRun {
  return new TextRun({
    text,
    size: 15,
    sizeComplexScript: 15,
    rightToLeft: isRtl(language) || undefined,
    language: isRtl(language) ? { bidirectional: language.tag } : { value: language.tag },
  });
}

function originLines({ origin, stampLanguage }: Sheet): Paragraph[] {
  return origin.map(
    (text, index) =>
      new Paragraph({
        spacing: { before: index === 0 ? 480 : 0 },
        border: index === 0 ? { top: LINE } : undefined,
        bidirectional: isRtl(stampLanguage),
        children: [originRun(text, stampLanguage)],
      }),
  );
}

/** Between the margins of an A4 page, in twentieths of a point. */
const TEXT_WIDTH = 9866;
const BOX = "\u2610";
const RIGHT_TO_LEFT_MARK = "\u200f";

const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const;

/** Each ordered list counts from 1. */
function numberings(blocks: readonly Block[]) {
  const level = {
    level: 0,
    format: LevelFormat.DECIMAL,
    text: "%1.",
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: 500, hanging: 360 } } },
  };
  return flat(blocks)
    .filter((block) => block.kind === "list" && block.ordered)
    .map((_, index) => ({ reference: `list-${index + 1}`, levels: [level] }));
}

function flat(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => (block.kind === "together" ? flat(block.blocks) : [block]));
}

/** Counts the lists that it has written, and knows the language around. */
class Writer {
  readonly #language: Language;
  #lists = 0;
  #breaks = false;
  /** Whether what comes next stands a little apart. */
  #gap = false;

  constructor(language: Language) {
    this.#language = language;
  }

  all(blocks: readonly Block[], keepNext = false): FileChild[] {
    return blocks.flatMap((block, index) => this.#block(block, keepNext && index < blocks.length - 1));
  }

  #block(block: Block, keepNext: boolean): FileChild[] {
    switch (block.kind) {
      case "page":
        this.#breaks = true;
        return [];
      case "heading":
        return [this.#paragraph(block.content, { heading: LEVELS[block.level - 1], keepNext: true })];
      case "paragraph":
        return [
          this.#paragraph(block.content, { keepNext, ...ROLES[block.role ?? "plain"] }, block.role === "note" ? { italics: true } : {}),
        ];
      case "list": {
        if (block.ordered) this.#lists++;
        const style: IParagraphOptions = block.ordered
          ? { numbering: { reference: `list-${this.#lists}`, level: 0 } }
          : { bullet: { level: 0 } };
        return block.items.map((item) => this.#paragraph(item, style));
      }
      case "facts":
        return block.facts.map(({ name, content }) =>
          this.#paragraph([...name.map((run): Run => ({ ...run, text: `${run.text}: `, style: "strong" })), ...content], {
            indent: { left: 360, hanging: 360 },
          }),
        );
      case "table":
        return this.#table(block, keepNext);
      case "boxes":
        return this.#boxes(block, keepNext);
      case "writing":
        return this.#writing(block, keepNext);
      case "scale":
        return [
          this.#paragraph([], { border: { bottom: LINE }, keepNext: true }),
          new Paragraph({
            ...this.#direction(undefined),
            tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
            children: [...this.#runs(block.low), new TextRun({ children: [new Tab()] }), ...this.#runs(block.high)],
            spacing: { after: 200 },
          }),
        ];
      case "together":
        this.#gap = true;
        return this.all(block.blocks, true);
    }
  }

  /** A break asked for before stands before this paragraph. */
  #paragraph(content: Runs, options: IParagraphOptions = {}, run: Partial<IRunOptions> = {}): Paragraph {
    const pageBreakBefore = this.#breaks;
    const spacing = this.#gap && options.heading === undefined ? { before: 240, ...options.spacing } : options.spacing;
    this.#breaks = false;
    this.#gap = false;
    return new Paragraph({
      ...this.#direction(languageOfRuns(content)),
      ...options,
      spacing,
      pageBreakBefore,
      children: this.#runs(content, run),
    });
  }

  #direction(own: Language | undefined): IParagraphOptions {
    return { bidirectional: (own ?? this.#language).direction === "rtl" };
  }

  #runs(runs: Runs, options: Partial<IRunOptions> = {}): TextRun[] {
    return runs.flatMap((run) => run.text.split("\n").map((line, index) => this.#run({ ...run, text: line }, index > 0, options)));
  }

  #run({ text, style, language }: Run, onNewLine: boolean, options: Partial<IRunOptions>): TextRun {
    const rtl = /\p{L}/u.test(text) ? language.direction === "rtl" : this.#language.direction === "rtl";
    return new TextRun({
      ...options,
      text,
      break: onNewLine ? 1 : undefined,
      bold: style === "strong" || undefined,
      boldComplexScript: style === "strong" || undefined,
      // Slanted letters are foreign to the scripts that run from right to left.
      italics: (!rtl && (style === "emphasis" || options.italics)) || undefined,
      font: style === "code" ? "Consolas" : undefined,
      rightToLeft: rtl || undefined,
      language: rtl ? { bidirectional: language.tag } : { value: language.tag },
    });
  }

  #boxes(block: Extract<Block, { kind: "boxes" }>, keepNext: boolean): FileChild[] {
    // Marks between words run as the document does, so that every answer stands behind its own box.
    const mark = (text: string) =>
      isRtl(this.#language)
        ? new TextRun({ text: `${RIGHT_TO_LEFT_MARK}${text}${RIGHT_TO_LEFT_MARK}`, font: "Segoe UI Symbol", rightToLeft: true })
        : new TextRun({ text, font: "Segoe UI Symbol" });
    const box = () => mark(`${BOX} `);
    if (block.across) {
      const children = block.options.flatMap(({ label }) => [box(), ...this.#runs(label), mark("     ")]);
      return [new Paragraph({ ...this.#direction(undefined), keepNext, indent: { left: 360 }, children })];
    }
    return block.options.map(
      ({ label, writing }, index) =>
        new Paragraph({
          ...this.#direction(undefined),
          keepNext: keepNext || index < block.options.length - 1,
          indent: { left: 720, hanging: 360 },
          spacing: { after: 40 },
          children: [box(), ...this.#runs(label), ...(writing ? [blank(24)] : [])],
        }),
    );
  }

  #writing(block: Extract<Block, { kind: "writing" }>, keepNext: boolean): FileChild[] {
    if (!block.short)
      return Array.from({ length: block.lines }, (_, index) =>
        this.#paragraph(index === 0 ? (block.before ?? []) : [], {
          // Paragraphs with the same border are taken as one, with nothing between them.
          border: { bottom: LINE, between: LINE },
          spacing: { before: 240, after: 60 },
          keepNext: keepNext || index < block.lines - 1,
        }),
      );
    const before = block.before === undefined ? [] : [...this.#runs(block.before), new TextRun({ text: " " })];
    const children = [...before, blank(12), new TextRun({ text: " " }), ...this.#runs(block.after ?? [])];
    return [new Paragraph({ ...this.#direction(undefined), indent: { left: 360 }, keepNext, children })];
  }

  #table({ caption, isNamedAbove, head, rows }: Table, keepNext: boolean): FileChild[] {
    const widths = widthsOf(head, rows);
    const cell = (children: Paragraph[], index: number, shaded = false) =>
      new TableCell({
        children,
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        shading: shaded ? { type: ShadingType.CLEAR, fill: "EEEEEE" } : undefined,
        margins: { top: 40, bottom: 40, left: 80, right: 80 },
      });
    return [
      ...(isNamedAbove === true
        ? []
        : [
            this.#paragraph(
              caption.map((run): Run => ({ ...run, style: run.style ?? "strong" })),
              { keepNext: true, spacing: { before: 120, after: 60 } },
            ),
          ]),
      new WordTable({
        width: { size: TEXT_WIDTH, type: WidthType.DXA },
        columnWidths: widths,
        visuallyRightToLeft: this.#language.direction === "rtl",
        rows: [
          new TableRow({
            tableHeader: true,
            cantSplit: true,
            children: head.map((words, index) =>
              cell(
                [
                  this.#paragraph(
                    words.map((run): Run => ({ ...run, style: run.style ?? "strong" })),
                    { keepNext },
                  ),
                ],
                index,
                true,
              ),
            ),
          }),
          ...rows.map(
            (row) => new TableRow({ cantSplit: true, children: row.map((one, index) => cell([this.#cell(one, keepNext)], index)) }),
          ),
        ],
      }),
      this.#paragraph([], { keepNext }),
    ];
  }

  #cell(cell: Cell, keepNext: boolean): Paragraph {
    if (!("box" in cell)) return this.#paragraph(cell, { keepNext });
    const box = new TextRun({ text: BOX, font: "Segoe UI Symbol" });
    const code = cell.box.length === 0 ? [] : [new TextRun({ text: " " }), ...this.#runs(cell.box)];
    return new Paragraph({ ...this.#direction(undefined), alignment: AlignmentType.CENTER, children: [box, ...code] });
  }
}

/** Columns of boxes are narrow; those of words are as wide as what stands in them, as far as there is room, and no word is broken if that can be. */
function widthsOf(head: readonly Runs[], rows: readonly (readonly Cell[])[]): number[] {
  const columns = head.map((heading, index) => columnOf([heading, ...rows.map((row) => row[index] ?? [])]));
  const boxes = columns.filter(({ isBox }) => isBox).length;
  const boxWidth = boxes === 0 ? 0 : Math.floor(Math.min(1300, (TEXT_WIDTH * 0.68) / boxes));
  const words = columns.filter(({ isBox }) => !isBox);
  const room = TEXT_WIDTH - boxes * boxWidth;
  const sum = (of: (column: Column) => number) => words.reduce((all, column) => all + of(column), 0);
  const [least, wanted] = [sum((column) => column.least), sum((column) => column.wanted)];
  const widthOf = (column: Column): number => {
    if (wanted <= room) return (column.wanted * room) / wanted;
    if (least >= room) return (column.least * room) / least;
    return column.least + ((room - least) * (column.wanted - column.least)) / (wanted - least);
  };
  return columns.map((column) => (column.isBox ? boxWidth : Math.floor(widthOf(column))));
}

interface Column {
  readonly isBox: boolean;
  /** What the longest word needs, and what everything on one line would. */
  readonly least: number;
  readonly wanted: number;
}

/** The width of a letter, and of the margins of a cell. */
const LETTER = 125;
const MARGINS = 260;

function columnOf(cells: readonly Cell[]): Column {
  const texts = cells.flatMap((cell) => ("box" in cell ? [] : [cell.map(({ text }) => text).join("")]));
  const longest = (lengths: readonly number[], most: number) => Math.min(most, Math.max(2, ...lengths));
  const word = longest(
    texts.flatMap((text) => text.split(/\s+/).map(({ length }) => length)),
    18,
  );
  const line = Math.max(
    word,
    longest(
      texts.map(({ length }) => length),
      60,
    ),
  );
  return { isBox: cells.some((cell) => "box" in cell), least: word * LETTER + MARGINS, wanted: line * LETTER + MARGINS };
}

const LINE = { style: BorderStyle.SINGLE, size: 6, color: "555555", space: 1 } as const;

const ROLES: Readonly<Record<"plain" | "note" | "help" | "signpost", IParagraphOptions>> = {
  plain: {},
  note: {},
  help: {},
  signpost: { border: { top: LINE, bottom: LINE, left: LINE, right: LINE }, spacing: { before: 80, after: 120 } },
};

/** A stretch to write on, as long as so many letters. */
function blank(letters: number): TextRun {
  return new TextRun({ text: "_".repeat(letters) });
}
