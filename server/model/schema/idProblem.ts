import type { Path } from "../keys.ts";
import type { ShapeProblem } from "../schema.ts";

const LONGEST = 32;

/** What keeps `id` from being an id, or undefined where it is one. Document ids may also hold hyphens. */
export function idProblem(id: string, sort: "name" | "document", path: Path, at: "key" | "value"): ShapeProblem | undefined {
  const reason = reasonAgainst(id, sort);
  if (reason === undefined) return undefined;
  const suggestion = asId(id, sort);
  const meant = suggestion === undefined ? "" : `; did you mean "${suggestion}"?`;
  return {
    kind: "invalid-id",
    path,
    at,
    key: at === "key" ? id : undefined,
    suggestion,
    message: `"${id}" cannot be an id: ${reason}${meant}`,
  };
}

function reasonAgainst(id: string, sort: "name" | "document"): string | undefined {
  if (id.length <= LONGEST && PLAIN.test(id)) return undefined;
  if (id === "") return "it is empty";
  const strange = [...new Set(id.match(sort === "document" ? /[^a-z0-9_-]/gu : /[^a-z0-9_]/gu))];
  if (strange.length > 0) {
    const others = strange
      .filter((character) => !CAPITAL.test(character))
      .map((character) => (character.trim() === "" ? "a blank" : `"${character}"`));
    const refused = [...(others.length < strange.length ? ["capital letters"] : []), ...others.slice(0, 5)];
    const allowed = sort === "document" ? "small letters, digits, underscores and hyphens" : "small letters, digits and underscores";
    return `an id holds ${allowed}, not ${listed(refused, "or")}`;
  }
  if (!/^[a-z]/.test(id)) return "an id begins with a small letter";
  if (/[_-]$/.test(id)) return `an id does not end with "${id.at(-1)}"`;
  if (/[_-]{2}/.test(id)) return `an id does not hold "${id.match(/[_-]{2}/)?.[0]}"`;
  if (id.length > LONGEST) return `it is ${id.length} characters long, and ${LONGEST} are the most`;
  return undefined;
}

/** Nearly all are of this form, and nothing more is to be looked at. */
const PLAIN = /^[a-z](?:_?[a-z0-9])*$/;

const CAPITAL = /^\p{Lu}$/u;

/** The id that comes nearest, where there is no doubt about it. */
function asId(text: string, sort: "name" | "document"): string | undefined {
  const letters = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const joined = letters.replace(sort === "document" ? /[^a-z0-9-]+/g : /[^a-z0-9]+/g, "_").replace(/([_-])[_-]+/g, "$1");
  const id = joined.replace(/^[_-]+|[_-]+$/g, "");
  return reasonAgainst(id, sort) === undefined ? id : undefined;
}

/** `a, b or c` */
export function listed(words: readonly string[], last: "or" | "and"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}
