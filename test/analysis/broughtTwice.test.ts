import assert from "node:assert/strict";
import type { Host } from "../../server/analysis/analysis.ts";
import { Engine } from "../../server/analysis/engine.ts";

const LIBRARY = `library: team
responses:
  agree5: {options: {1: No, 2: Rather not, 3: Neither, 4: Rather, 5: Yes}}
sections:
  team:
    response: agree5
    items: {helps: My team helps me., listens: My team listens to me.}
`;
const TEXT = `instrument: teams
use: {one: team.library.yaml}
sections:
  own:
    response: one.agree5
    items:
      works: My team works well.
      helps: My team helps me out.
  first: {include: one.team}
scores:
  all: {items: [works..listens], method: sum}
`;
const host: Host = { read: (path) => (path === "team.library.yaml" ? LIBRARY : undefined), isOutside: () => false };

const seen = ({ analysis }: Engine) => ({
  items: analysis.instrument.items.ids(),
  problems: analysis.problems.map(({ code, message, range }) => `${range.start} ${code} ${message}`).sort(),
});

describe("an id that a library brings in once more", () => {
  it("is said, and no more once the own item has another name, and again when it has it back", () => {
    const engine = new Engine(TEXT, host);
    const textOf = () => engine.analysis.text.segments.list.map((segment) => segment.text).join("");
    const duplicates = () => engine.analysis.problems.filter(({ code }) => code === "duplicate-id").map(({ message }) => message);
    const edit = (from: string, to: string): void => {
      const start = textOf().indexOf(from);
      engine.edit({ start, end: start + from.length }, to);
      assert.deepEqual(seen(engine), seen(new Engine(textOf(), host)));
    };
    assert.deepEqual(duplicates(), ['"helps" of "one.team" is an id here already: every id is used once']);
    edit("      helps: My", "      aids: My");
    assert.deepEqual(duplicates(), []);
    edit("      works: My", "      listens: My");
    assert.deepEqual(duplicates(), ['"listens" of "one.team" is an id here already: every id is used once']);
    edit("      listens: My", "      works: My");
    assert.deepEqual(duplicates(), []);
  });
});
