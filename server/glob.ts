/** Whether a word of the command line is a pattern and not a plain path. */
export function isGlob(word: string): boolean {
  return /[*?[{]/.test(word);
}

/** A pattern as a regular expression over a whole path: `*` and `?` inside one folder, `**` over any number, `[abc]`, `{a,b}`. */
export function globExpression(pattern: string): RegExp {
  let source = "";
  let depth = 0;
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern.charAt(at);
    if (char === "*" && pattern.startsWith("**", at)) {
      const wholeFolders = pattern.charAt(at + 2) === "/";
      source += wholeFolders ? "(?:.*/)?" : ".*";
      at += wholeFolders ? 2 : 1;
    } else if (char === "*") source += "[^/]*";
    else if (char === "?") source += "[^/]";
    else if (char === "[" && pattern.indexOf("]", at + 2) > 0) {
      const end = pattern.indexOf("]", at + 2);
      const inside = pattern
        .slice(at + 1, end)
        .replace(/\\/g, "\\\\")
        .replace(/^!/, "^");
      source += `[${inside}]`;
      at = end;
    } else if (char === "{" && pattern.indexOf("}", at) > 0) {
      source += "(?:";
      depth++;
    } else if (char === "}" && depth > 0) {
      source += ")";
      depth--;
    } else if (char === "," && depth > 0) source += "|";
    else source += char.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  }
  return new RegExp(`^${source}$`, "u");
}

/** The folder that every match lies in: what stands before the first part with a wildcard. Empty for the current folder. */
export function globFolder(pattern: string): string {
  const parts = pattern.split("/");
  const wild = parts.findIndex(isGlob);
  return parts.slice(0, Math.max(0, wild)).join("/") || (pattern.startsWith("/") ? "/" : "");
}
