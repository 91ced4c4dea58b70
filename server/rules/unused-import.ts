import { rule } from "./rule.ts";

export default rule({
  code: "unused-import",
  severity: "warning",
  summary: "A library is imported and nothing of it is used.",
  looksAt: "metadata",
  *check({ value: metadata }, { at, parts, references, instrument: { responses, recodes, tables } }) {
    if (metadata.use.size === 0) return;
    // Of a library that could not be read nothing can be used, and that is said already.
    const read = new Set([...responses.ids(), ...recodes.ids(), ...tables.ids()].filter((id) => id.includes(".")).map(aliasOf));
    const used = new Set<string>();
    for (const part of parts()) {
      if (part.kind === "section" && part.value.include) used.add(aliasOf(part.value.include));
      // A table that a formula looks up is read as a name with a property.
      for (const { id } of references(part)) used.add(aliasOf(id));
    }
    for (const [i, alias] of [...metadata.use.keys()].entries())
      if (read.has(alias) && !used.has(alias))
        yield { at: at.value(metadata, "use", i), message: `nothing of "${alias}" is used: no name here begins with "${alias}."` };
  },
});

const aliasOf = (name: string): string => name.split(".")[0] ?? name;
