// The checks of names that the peers' scripts and rules do on plain data: each problem as [path, message].
const WORDS = new Set(["and", "or", "not", "answered", "in", "between", "true", "false"]);

exports.crossChecks = (data) => {
  const problems = [];
  const items = new Map();
  for (const [section, { items: own = {} }] of Object.entries(data?.sections ?? {}))
    for (const [id, item] of Object.entries(own)) {
      const path = ["sections", section, "items", id];
      if (items.has(id)) problems.push([path, `"${id}" is used twice`]);
      items.set(id, { item, path });
    }
  for (const { item, path } of items.values()) {
    if (typeof item !== "object" || item === null) continue;
    if (typeof item.response === "string" && !data.responses?.[item.response])
      problems.push([[...path, "response"], `no response "${item.response}"`]);
    for (const [name] of typeof item.when === "string" ? item.when.matchAll(/\b[a-z]\w*\b/g) : [])
      if (!WORDS.has(name) && !items.has(name)) problems.push([[...path, "when"], `no item "${name}"`]);
    if (typeof item.text === "string" && item.text.length > 300) problems.push([[...path, "text"], "a long text"]);
    if (typeof item.text === "string" && item.text.includes(" and/or ")) problems.push([[...path, "text"], "two questions in one"]);
  }
  for (const [id, score] of Object.entries(data?.scores ?? {})) {
    for (const [i, entry] of (score?.items ?? []).entries())
      if (!items.has(entry)) problems.push([["scores", id, "items", i], `no item "${entry}"`]);
    const starts = Object.values(score?.bands ?? {});
    if (starts.some((start, i) => i > 0 && start <= starts[i - 1])) problems.push([["scores", id, "bands"], "bands out of order"]);
    if (!score?.label) problems.push([["scores", id], "no label"]);
  }
  return problems;
};
