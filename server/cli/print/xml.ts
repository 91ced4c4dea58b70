const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** A text as the value of an XML attribute; characters that XML 1.0 cannot hold become U+FFFD. */
export function attribute(text: string): string {
  return allowed(text).replace(/[&<>"\t\n\r]/g, (char) => ENTITIES[char] ?? char);
}

/** A text between two tags. */
export function content(text: string): string {
  return allowed(text).replace(/[&<>]/g, (char) => ENTITIES[char] ?? char);
}

function allowed(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 forbids.
  return text.replace(/\p{Surrogate}/gu, "\ufffd").replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");
}
