import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { Engine } from "../../server/analysis/engine.ts";
import { readRatings } from "../../server/delphi/readRatings.ts";
import { viewOf } from "../../server/features/preview.ts";
import { renderBody } from "../../server/preview/body.ts";
import { layOut } from "../../server/preview/graph/layOut.ts";
import { modesOf } from "../../server/preview/modes.ts";
import { renderPage } from "../../server/preview/page.ts";
import type { Mode, View } from "../../server/preview/view.ts";
import { ATTACKS } from "./hostile.ts";
import { everyDocument, RATINGS, viewsOf } from "./otherDocuments.ts";
import { attribute, elements, find, one, readBody, readPage, textOf } from "./reading.ts";

const SAMPLES = new URL("../../samples/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, SAMPLES), "utf8");

/** A sample, with the ratings that lie beside it. */
function sample(name: string, ratingsFile?: string): View {
  const { analysis } = new Engine(read(name), { read: (path) => (existsSync(new URL(path, SAMPLES)) ? read(path) : undefined) });
  const [header = [], ...rows] = (ratingsFile === undefined ? "" : read(ratingsFile))
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  const found = analysis.delphi && ratingsFile !== undefined ? readRatings(analysis.delphi, { header, rows }) : undefined;
  return viewOf(analysis, { layOut, ratings: found && "ratings" in found ? found.ratings : undefined });
}

const shown = (view: View, mode: Mode) => readBody(renderBody(view, mode)).root;

describe("preview: Delphi studies, guides, studies and flows", () => {
  it("offers the modes that a kind of document has, and shows nothing in another", () => {
    const views = viewsOf(everyDocument());
    const modes = (name: string) => [...modesOf(views.get(name) ?? assert.fail(name))];
    assert.deepEqual(modes("routed.instrument.yaml"), ["participant", "reviewer", "scores", "flow"]);
    assert.deepEqual(modes("core.delphi.yaml"), ["panellist", "consensus", "flow"]);
    assert.deepEqual(modes("talk.guide.yaml"), ["guide", "coverage"]);
    assert.deepEqual(modes("joined.study.yaml"), ["study", "coverage"]);
    assert.equal(renderBody(views.get("core.delphi.yaml") ?? assert.fail(), "scores"), "");
  });

  it("is finished markup with every id once, and nothing that acts", () => {
    for (const [name, view] of viewsOf(everyDocument())) {
      for (const markup of [...modesOf(view).map((mode) => renderBody(view, mode)), renderPage(view, modesOf(view))]) {
        const { root, errors } = markup.startsWith("<!") ? readPage(markup) : readBody(markup);
        assert.deepEqual(errors, [], name);
        const ids = elements(root).flatMap((element) => attribute(element, "id") ?? []);
        assert.deepEqual(
          ids.filter((id, place) => ids.indexOf(id) !== place),
          [],
          name,
        );
        for (const element of elements(root)) {
          assert.ok(!["script", "iframe", "object", "foreignobject"].includes(element.tagName.toLowerCase()), element.tagName);
          assert.ok(!element.attrs.some(({ name }) => name.startsWith("on") || name === "style"), name);
        }
        if (markup.startsWith("<!"))
          for (const link of find(root, { tag: "a" }))
            if (attribute(link, "href")?.startsWith("#"))
              assert.ok(ids.includes((attribute(link, "href") ?? "").slice(1)), attribute(link, "href"));
      }
    }
  });

  it("says everything that an author writes", () => {
    const said = new Set<string>();
    const documents = everyDocument((place) => {
      said.add(place);
      return `${place}.`;
    });
    // On a page of its own the rounds stand one after the other.
    const text = [...viewsOf(documents).values()].map((view) => textOf(readPage(renderPage(view, modesOf(view))).root)).join(" ");
    // The name of a file that cannot be read is shown as it is written; a merged statement is asked nowhere and stands in the list.
    assert.deepEqual(
      [...said].filter((place) => !text.includes(`${place}.`) && !text.includes(`${place.replaceAll("_", " ")}.`)),
      [],
    );
  });

  for (const attack of ATTACKS) {
    it(`shows ${JSON.stringify(attack)} as text, wherever it stands`, () => {
      // A place in an attack would be another word for each place, so the attack stands alone.
      const harmless = viewsOf(everyDocument(() => "harmless"));
      for (const [name, view] of viewsOf(everyDocument(() => attack))) {
        for (const mode of modesOf(view)) {
          const markup = renderBody({ ...view, problems: [problemWith(attack)] }, mode);
          const usual = renderBody({ ...(harmless.get(name) ?? assert.fail()), problems: [problemWith("harmless")] }, mode);
          assert.deepEqual(shapeOf(markup), shapeOf(usual), `${name} ${mode}`);
          assert.ok(
            textOf(readBody(markup).root).includes(attack.replace("{leaving}", "").replaceAll("\u0000", "").replace(/\s+/g, " ").trim()),
            `${name} ${mode}`,
          );
        }
      }
    });
  }

  it("leads from each part to what it was read from", () => {
    const documents = everyDocument();
    const views = viewsOf(documents);
    const source = (name: string, mode: Mode, wanted: Readonly<Record<string, string | true>>) => {
      const element = one(shown(views.get(name) ?? assert.fail(), mode), wanted);
      return documents.get(name)?.slice(Number(attribute(element, "data-start")), Number(attribute(element, "data-end")));
    };
    assert.equal(source("core.delphi.yaml", "panellist", { id: "round-3-b1" }), 'b1: "statement b1"');
    assert.match(source("core.delphi.yaml", "flow", { id: "flow-round-2" }) ?? "", /^2: \{mode: rating/);
    assert.match(source("talk.guide.yaml", "guide", { id: "question-q3" }) ?? "", /^q3: \{text: "question 3"/);
    assert.match(source("routed.instrument.yaml", "flow", { id: "flow-item-nights" }) ?? "", /^nights: \{text: "nights"/);
    assert.equal(source("routed.instrument.yaml", "flow", { id: "flow-if-nights" }), 'patients == "yes"');
  });

  it("shows whatever stands of a text that is still being written", () => {
    const documents = everyDocument();
    for (const [name, text] of documents)
      for (let end = 0; end <= text.length; end += 211) {
        const view = viewsOf(new Map([[name, text.slice(0, end)], ...[...documents].filter(([other]) => other !== name)])).get(name);
        assert.ok(view);
        for (const mode of modesOf(view)) assert.deepEqual(readBody(renderBody(view, mode)).errors, [], `${name} ${end} ${mode}`);
      }
  });
});

describe("preview: the way through a questionnaire", () => {
  const view = viewsOf(everyDocument()).get("routed.instrument.yaml") ?? assert.fail();
  const dead = (root: ReturnType<typeof shown>) => find(root, { class: "dead" }).flatMap((element) => attribute(element, "id") ?? []);

  it("marks what nobody can get to, and nothing else", () => {
    const root = shown(view, "flow");
    assert.deepEqual(dead(root).sort(), ["flow-item-shifts", "flow-section-inner", "step-inner"]);
    assert.match(textOf(one(root, { id: "step-inner" })), /asked of nobody: strain is 2 to 6/);
    assert.match(
      textOf(one(root, { id: "step-begin" })),
      /1 item: shifts asked only if .* asked of nobody: “nights is "yes"” and “patients is "no"” exclude each other/,
    );
    assert.match(textOf(one(root, { id: "step-close" })), /everyone is asked/);
    assert.match(
      textOf(one(root, { tag: "header" })),
      /4 conditions .*; it can end early in 1 section; 2 items are asked of nobody; 1 condition always holds/,
    );
  });

  it("marks nothing where nothing was looked for", () => {
    const root = shown({ ...view, reach: undefined, endsAt: undefined }, "flow");
    assert.deepEqual(dead(root), []);
  });

  it("draws every step once, joined by arrows from the start to the end", () => {
    const root = shown(view, "flow");
    const nodes = find(root, { class: "node" });
    assert.deepEqual(
      nodes.map((node) => attribute(node, "id")?.replace("flow-", "")),
      "start section-begin if-nights item-nights if-shifts item-shifts ends-begin out-begin section-strain if-section-inner section-inner if-section-close section-close end".split(
        " ",
      ),
    );
    // One arrow on from each step but the ends, and two from each that decides.
    assert.equal(find(root, { class: "edge" }).length, 12 + 5);
    assert.equal(attribute(one(root, { class: "graph" }), "aria-hidden"), "true");
  });

  it("tells it in words where nothing draws", () => {
    const root = shown({ ...view, layOut: undefined }, "flow");
    assert.equal(find(root, { tag: "svg" }).length, 0);
    assert.match(textOf(root), /nights asked only if patients is "yes"/);
  });
});

describe("preview: rounds of a Delphi study", () => {
  const core = (ratings = RATINGS) => viewsOf(everyDocument(), ratings).get("core.delphi.yaml") ?? assert.fail();
  const filled = (round: number, panellist = "s1") =>
    new Map([
      ["preview__round", [String(round)]],
      ["preview__panellist", [panellist]],
    ]);
  const form = (round: number, view: View = core()) => shown({ ...view, filled: filled(round) }, "panellist");
  const asked = (root: ReturnType<typeof shown>) => find(root, { class: "statement" }).map((element) => attribute(element, "data-item"));

  it("asks in each round what it asks, in the words of that round", () => {
    const planned = core([]);
    assert.deepEqual(asked(form(1, planned)), ["a1", "a2", "a3", "b1", "b2", "c1"]);
    assert.deepEqual(asked(form(2, planned)), ["a1", "a2", "a5", "b1", "b2", "c1"]);
    assert.deepEqual(asked(form(3, planned)), ["a1", "a2", "a5", "b1", "c1"]);
    assert.match(textOf(form(1, planned)), /former a2/);
    assert.doesNotMatch(textOf(form(2, planned)), /former a2/);
    assert.match(textOf(form(2, planned)), /New in this round\. Suggested by 3 panellists\./);
    assert.match(textOf(form(2, planned)), /With each statement the form shows of round 1: your own rating, median/);
    assert.equal(find(form(1, planned), { tag: "input", type: "text" }).length, 2);
  });

  it("gives back the own rating and the panel's, and never a group of too few", () => {
    const root = form(2);
    const feedback = (id: string) => textOf(one(one(root, { id: `round-2-${id}` }), { class: "feedback" }));
    // Staff gave 4 5 3 4 5 3 in the first round: by hand.
    assert.match(
      feedback("a1"),
      /^Your rating in round 1: 4 staff: 6 ratings, median 4, mean 4, standard deviation 0\.89, and middle half 3\.25 to 4\.75/,
    );
    assert.match(feedback("a1"), /managers: too few ratings to be shown$/);
    assert.match(feedback("a2"), /^Your rating in round 1: unable staff: 5 ratings/);
    const drawn = find(one(root, { id: "round-2-a1" }), { class: "ratings" }).map((svg) => attribute(svg, "aria-label"));
    assert.deepEqual(drawn, ["Ratings in round 1, staff: 1: 0, 2: 0, 3: 2, 4: 2, 5: 2"]);
    assert.doesNotMatch(textOf(root), /2 ratings/);
  });

  it("agrees with the command line on what was decided", () => {
    // Of `scalewright delphi decide` on the same files.
    const rows = (root: ReturnType<typeof shown>) =>
      find(one(root, { "aria-label": "Statements by round" }), { tag: "tr" })
        .slice(1)
        .map(textOf);
    const view = sample("jdr-core-set.delphi.yaml", "data/jdr-core-set-ratings.csv");
    assert.deepEqual(rows(shown(view, "consensus")), ["1 17 0 0 17 0 0 17", "2 17 2 0 19 12 1 6", "3 6 0 0 6 1 0 5"]);
    const drawn = find(shown(view, "flow"), { class: "node" }).map(textOf);
    assert.deepEqual(drawn.slice(0, 4), [
      "First list 17 statements",
      "Round 1 17 statements asked",
      "Added 2 statements",
      "Round 2 19 statements asked",
    ]);
  });

  it("says the rule in sentences and how many ratings it needs", () => {
    const root = shown(sample("jdr-core-set.delphi.yaml"), "consensus");
    assert.match(
      textOf(one(root, { class: "sentence" })),
      /^A statement is included where, in every group, at least 70% of those who rated it chose critical/,
    );
    const table = find(one(root, { "aria-label": "Works in health or social care: ratings needed" }), { tag: "tr" }).map(textOf);
    // 70% of 15 are 10.5 and of 40 exactly 28; 15% of 40 exactly 6, and fewer than that are at most 5.
    assert.equal(table[1], "15 11 or more at most 2 11 or more at most 2");
    assert.equal(table.at(-1), "40 28 or more at most 5 28 or more at most 5");
    assert.equal(table.length, 27);
  });
});

describe("preview: guides and studies", () => {
  it("gives topics their times, and the clock only where all are at the same place", () => {
    const root = shown(sample("imaging-support.guide.yaml"), "guide");
    assert.deepEqual(find(root, { class: "time" }).map(textOf), [
      "5 minutes (0:00 to 0:05)",
      "15 minutes (0:05 to 0:20)",
      "15 minutes (0:05 to 0:20)",
      "20 minutes (0:20 to 0:40)",
      "5 minutes (0:40 to 0:45)",
    ]);
    const talk = shown(viewsOf(everyDocument()).get("talk.guide.yaml") ?? assert.fail(), "guide");
    // Workers are half an hour further than managers when it closes.
    assert.deepEqual(find(talk, { class: "time" }).map(textOf), ["10 minutes (0:00 to 0:10)", "30 minutes (0:10 to 0:40)", "5 minutes"]);
    assert.match(textOf(talk), /Nobody may be recognised in the pictures/);
  });

  it("marks constructs that no question covers", () => {
    const views = viewsOf(everyDocument());
    const gaps = (name: string) => find(shown(views.get(name) ?? assert.fail(), "coverage"), { class: "gap" }).map(textOf);
    assert.deepEqual(gaps("talk.guide.yaml"), []);
    const without = everyDocument();
    const talk = without.get("talk.guide.yaml") ?? assert.fail();
    const bare = viewsOf(new Map([...without, ["talk.guide.yaml", talk.replaceAll("covers: [strain]", "covers: []")]]));
    assert.match(textOf(shown(bare.get("talk.guide.yaml") ?? assert.fail(), "coverage")), /2 of 2 constructs are not covered/);
    assert.match(textOf(shown(bare.get("joined.study.yaml") ?? assert.fail(), "coverage")), /strain score strain measured gap/);
  });

  it("tells a study: documents, sampling, waves, what leaves", () => {
    const text = textOf(shown(sample("new-starters.study.yaml"), "study"));
    assert.match(text, /w1 after 3 months from 2 weeks before to 4 weeks after survey wellbeing, settling/);
    assert.match(text, /10: smaller groups are not reported/);
    assert.match(text, /age How old are you\? coarsened: to bands of five years indirect identifier/);
    assert.match(textOf(shown(sample("link-worker-retention.study.yaml"), "study")), /3 and 4 groups make 12 cells for 20 people/);
  });
});

/** What is found differs with the words, so that one finding stands for all. */
const problemWith = (words: string) =>
  ({ code: words, severity: "error", message: words, range: { start: 0, end: 1 }, related: [], fixes: [] }) as const;

/** The elements with the names of their attributes, in order; without the lines that a drawing breaks its texts into. */
function shapeOf(markup: string): readonly string[] {
  return elements(readBody(markup).root)
    .filter((element) => !(attribute(element, "class") ?? "").startsWith("pipe") && element.tagName !== "text")
    .map((element) => `${element.tagName} ${element.attrs.map(({ name }) => name).join(" ")}`.trim());
}
