import type { Fix, Problem, Range } from "../../problem.ts";
import type { Expression } from "../expression.ts";
import type { Meaning, Scope } from "../scope.ts";
import type { Type } from "../type.ts";

/** What is being found out about one formula. */
export class Checker {
  readonly scope: Scope;
  readonly problems: Problem[] = [];
  readonly types = new Map<Expression, Type>();
  readonly #typeOf: (checker: Checker, node: Expression) => Type;

  /** `scope` is asked for each name once: what a score is may take a while to find out. */
  constructor(scope: Scope, typeOf: (checker: Checker, node: Expression) => Type) {
    const known = new Map<string, Meaning | undefined>();
    const find = (id: string) => {
      if (!known.has(id)) known.set(id, scope.find(id));
      return known.get(id);
    };
    this.scope = {
      find,
      names: () => scope.names(),
      span: (first, last) => scope.span(first, last),
      hasTable: (name) => scope.hasTable(name),
      tables: () => scope.tables(),
    };
    this.#typeOf = typeOf;
  }

  /** The type of a node, found (and its problems reported) the first time it is asked for. */
  typeOf(node: Expression): Type {
    const known = this.types.get(node);
    if (known !== undefined) return known;
    const type = this.#typeOf(this, node);
    this.types.set(node, type);
    return type;
  }

  report(code: string, { start, end }: Range, message: string, fixes: readonly Fix[] = []): void {
    this.problems.push({ code, severity: "error", message, range: { start, end }, related: [], fixes });
  }
}

/** A fix that puts another text in the place of a node, or of a part of it. */
export function change(title: string, { start, end }: Range, newText: string, safe = false): Fix {
  return { title, safe, edits: [{ range: { start, end }, newText }] };
}

/** A fix that puts something around a node. */
export function wrap(title: string, { start, end }: Range, before: string, after: string, safe = false): Fix {
  const edits = [
    { range: { start, end: start }, newText: before },
    { range: { start: end, end }, newText: after },
  ];
  return { title, safe, edits };
}

/** `"a"`, `"a" or "b"`, `"a", "b" or "c"` */
export function listed(words: readonly string[], joint: "or" | "and" = "or"): string {
  if (words.length <= 1) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${joint} ${words.at(-1) ?? ""}`;
}
