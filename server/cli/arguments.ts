import type { OptionSpec } from "./command.ts";
import { nearest } from "./nearest.ts";

/** What was given on the command line, already checked against the table of the command's options. */
export interface Arguments {
  /** Everything that is no option, in order. */
  readonly operands: readonly string[];
  flag(name: string): boolean;
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  whole(name: string): number | undefined;
}

export type ParsedArguments = { readonly given: Arguments } | { readonly wrong: string };

/** Reads `--name value`, `--name=value`, `-n value`, `-nvalue`, bundled switches and `--`. A single `-` is an operand: standard input. */
export function parseArguments(words: readonly string[], options: readonly OptionSpec[]): ParsedArguments {
  const operands: string[] = [];
  const found = new Map<string, string[]>();
  const queue = [...words];
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (word === "--") {
      operands.push(...queue.splice(0));
    } else if (word.startsWith("--")) {
      const equals = word.indexOf("=");
      const wrong = takeLong(equals < 0 ? word.slice(2) : word.slice(2, equals), equals < 0 ? undefined : word.slice(equals + 1));
      if (wrong !== undefined) return { wrong };
    } else if (word.startsWith("-") && word.length > 1) {
      const wrong = takeShort(word.slice(1));
      if (wrong !== undefined) return { wrong };
    } else {
      operands.push(word);
    }
  }
  return { given: reader(operands, found, options) };

  function takeLong(name: string, inline: string | undefined): string | undefined {
    const option = options.find((candidate) => candidate.name === name);
    if (option === undefined) return unknown(`--${name}`, options);
    if (option.value === undefined) {
      return inline === undefined ? keep(option, "") : `--${name} takes no value`;
    }
    return keep(option, inline ?? queue.shift());
  }

  function takeShort(letters: string): string | undefined {
    const option = options.find((candidate) => candidate.short === letters[0]);
    if (option === undefined) return unknown(`-${letters}`, options);
    const rest = letters.slice(1);
    if (option.value !== undefined) return keep(option, rest === "" ? queue.shift() : rest.replace(/^=/, ""));
    return keep(option, "") ?? (rest === "" ? undefined : takeShort(rest));
  }

  function keep(option: OptionSpec, value: string | undefined): string | undefined {
    if (value === undefined) return `--${option.name} needs a value: --${option.name} ${option.value}`;
    const wrong = wrongValue(option, value);
    if (wrong !== undefined) return wrong;
    const before = found.get(option.name);
    if (before === undefined) found.set(option.name, [value]);
    else if (option.repeat || option.value === undefined) before.push(value);
    else return `--${option.name} is given twice`;
    return undefined;
  }
}

function wrongValue(option: OptionSpec, value: string): string | undefined {
  if (option.whole && !/^\d{1,15}$/.test(value)) return `--${option.name} needs a whole number, not "${value}"`;
  if (option.choices !== undefined && !option.choices.includes(value)) {
    const near = nearest(value, option.choices);
    return `--${option.name} cannot be "${value}"; ${near === undefined ? `it is one of ${option.choices.join(", ")}` : `did you mean "${near}"?`}`;
  }
  return undefined;
}

function unknown(word: string, options: readonly OptionSpec[]): string {
  const near = nearest(
    word.replace(/^-+/, ""),
    options.map((option) => option.name),
  );
  return `there is no option ${word}${near === undefined ? "" : `; did you mean --${near}?`}`;
}

function reader(operands: readonly string[], found: ReadonlyMap<string, readonly string[]>, options: readonly OptionSpec[]): Arguments {
  const values = (name: string): readonly string[] => {
    // A name that the table lacks is a mistake of the command, not of its user.
    if (!options.some((option) => option.name === name)) throw new Error(`the option --${name} is not declared`);
    return found.get(name) ?? [];
  };
  return {
    operands,
    flag: (name) => values(name).length > 0,
    text: (name) => values(name)[0],
    texts: values,
    whole: (name) => {
      const value = values(name)[0];
      return value === undefined ? undefined : Number(value);
    },
  };
}
