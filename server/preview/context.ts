import { describeFormula, type Naming } from "../expression/describe.ts";
import type { Expression } from "../expression/expression.ts";
import { type Language, languageOf } from "../language/language.ts";
import { ENGLISH, type Phrases } from "../language/phrases.ts";
import type { Instrument, Response, Score } from "../model/instrument.ts";
import { type Member, membersOf, readNames, responseOf } from "../model/resolve.ts";
import type { Problem, Range } from "../problem.ts";
import { attribute, type Html, html, NOTHING } from "./html.ts";
import { placeProblems } from "./placeProblems.ts";
import type { Mode, View } from "./view.ts";

/** A view with what every part of a page asks for, worked out once. */
export interface Context extends View {
  readonly shown: Language;
  /** The document's own language. */
  readonly own: Language;
  /** The tool's own words: for those who answer in the language that is shown, for those who judge in English. */
  readonly phrases: Phrases;
  /** Set where items are called by their wordings and answers by their labels. */
  readonly naming?: Naming;
  /** Stands before every id, so that two languages of one item can be on one page. */
  readonly prefix: string;
  /** True on a page of its own, where links lead from language to language. */
  readonly links: boolean;
  /** The modes that stand on the page: what a link can lead to. Undefined in the editor, where every mode can be shown. */
  readonly beside?: readonly Mode[];
  /** A formula in words. */
  inWords(expression: Expression): string;
  /** How the scores use an item or a score, in file order. */
  usesOf(id: string): readonly Use[];
  /** How many items are answered on a response. */
  usersOf(response: Response): number;
  /** What is reported of an item, a section, a score or a response; of the rest of the document where no object is given. */
  problemsOf(object?: object): readonly Problem[];
}

/** What a part of a page is told besides what it shows. */
export interface Surroundings {
  readonly prefix?: string;
  readonly links?: boolean;
  readonly beside?: readonly Mode[];
  /** How formulas in words call an item or a score; by their ids where nothing is said. */
  readonly naming?: Naming;
  /** English where nothing is said. */
  readonly phrases?: Phrases;
}

/** A score that uses something; `member` where it stands in its `items`, else a formula reads it. */
export interface Use {
  readonly score: Score;
  readonly member?: Member;
}

export function contextOf(view: View, { prefix = "", links = false, beside, naming, phrases = ENGLISH }: Surroundings = {}): Context {
  const own = languageOf(view.instrument.metadata.language ?? "en");
  const shown = view.language === undefined ? own : languageOf(view.language);
  let users: ReadonlyMap<string, readonly Use[]> | undefined;
  let answered: ReadonlyMap<Response | undefined, number> | undefined;
  let placed: ReadonlyMap<object | undefined, readonly Problem[]> | undefined;
  return {
    ...view,
    shown,
    own,
    phrases,
    naming,
    prefix,
    links,
    beside,
    inWords: (expression) => describeFormula(expression, naming),
    usesOf(id) {
      users ??= usersOf(view);
      return users.get(id) ?? [];
    },
    usersOf(response) {
      answered ??= itemsByResponse(view.instrument);
      return answered.get(response) ?? 0;
    },
    problemsOf(object) {
      placed ??= placeProblems(view);
      return placed.get(object) ?? [];
    },
  };
}

function itemsByResponse(instrument: Instrument): ReadonlyMap<Response | undefined, number> {
  const counts = new Map<Response | undefined, number>();
  for (const item of instrument.items.values()) {
    const response = responseOf(instrument, item);
    counts.set(response, (counts.get(response) ?? 0) + 1);
  }
  return counts;
}

/** The attributes that tie an element to its place in the document. */
export function at(context: Context, object: object, property?: string): Html {
  const range = context.locate?.(object, property);
  return range === undefined ? NOTHING : { markup: ` data-start="${range.start}" data-end="${range.end}"` };
}

/**
 * The same for a thing that has no control of its own: whoever uses no mouse gets to it with Tab, and from there to its place. By its key it is
 * found again among the others of its kind when the page is patched.
 */
export function stop(context: Context, object: object, property?: string): Html {
  return stopAt(context.locate?.(object, property), "id" in object ? String(object.id) : undefined);
}

export function stopAt(range: Range | undefined, key?: string): Html {
  return range === undefined
    ? NOTHING
    : { markup: ` data-start="${range.start}" data-end="${range.end}" tabindex="0"${attribute("data-key", key).markup}` };
}

/** The id of a control, by which it is found again when the page is patched. A page of its own is never patched. */
export function controlId(context: Context, id: string): Html {
  return context.links ? NOTHING : attribute("id", id);
}

/** The name under which a form gives a control's value. A page of its own sends nothing. */
export function controlName(context: Context, name: string): Html {
  return context.links ? NOTHING : attribute("name", name);
}

/** The same for one of several options. On a page of its own the name only holds the options of an item together, and is as short as it can be. */
export function optionName(context: Context, item: string, code: string): Html {
  return context.links
    ? attribute("name", `i${context.instrument.items.indexOf(item).toString(36)}`)
    : html`${attribute("name", item)}${attribute("value", code)}`;
}

/** Ties an element to its item, for whoever follows clicks. */
export function itemData(context: Context, id: string): Html {
  return context.links ? NOTHING : attribute("data-item", id);
}

function usersOf(view: View): ReadonlyMap<string, readonly Use[]> {
  const users = new Map<string, Use[]>();
  for (const score of view.instrument.scores.values()) {
    const uses = new Map<string, Use>();
    for (const member of membersOf(view.instrument, score).members) {
      uses.set(member.id, { score, member });
    }
    for (const id of formulasOf(score).flatMap((formula) => readNames(view.instrument, formula))) {
      if (!uses.has(id)) {
        uses.set(id, { score });
      }
    }
    for (const [id, use] of uses) {
      const list = users.get(id);
      if (list === undefined) {
        users.set(id, [use]);
      } else {
        list.push(use);
      }
    }
  }
  return users;
}

function formulasOf(score: Score): readonly Expression[] {
  const cases = (score.cases ?? []).flatMap((one) => [one.when, one.is.kind === "expression" ? one.is.value : undefined]);
  return [score.when, score.value, ...cases].filter((formula) => formula !== undefined);
}
