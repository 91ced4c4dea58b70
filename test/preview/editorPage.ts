import { readFileSync } from "node:fs";

/** A theme of the editor as a webview sees it: a class of the body, and colours as custom properties. */
export interface Theme {
  readonly name: string;
  readonly className: string;
  readonly colours: Readonly<Record<string, string>>;
}

/** Colours of the four default themes. */
export const THEMES: readonly Theme[] = [
  {
    name: "Light Modern",
    className: "vscode-light",
    colours: { "editor-background": "#ffffff", "editor-foreground": "#3b3b3b", "textLink-foreground": "#005fb8" },
  },
  {
    name: "Dark Modern",
    className: "vscode-dark",
    colours: { "editor-background": "#1f1f1f", "editor-foreground": "#cccccc", "textLink-foreground": "#4daafc" },
  },
  {
    name: "Dark High Contrast",
    className: "vscode-high-contrast",
    colours: {
      "editor-background": "#000000",
      "editor-foreground": "#ffffff",
      "textLink-foreground": "#21a6ff",
      contrastBorder: "#6fc3df",
    },
  },
  {
    name: "Light High Contrast",
    className: "vscode-high-contrast vscode-high-contrast-light",
    colours: {
      "editor-background": "#ffffff",
      "editor-foreground": "#292929",
      "textLink-foreground": "#0f4a85",
      contrastBorder: "#0f4a85",
    },
  },
];

/** The body of a preview in a page like the editor's. */
export function inEditor(body: string, { className, colours }: Theme): string {
  const css = (name: string) => readFileSync(new URL(`../../client/media/${name}`, import.meta.url), "utf8");
  const variables = Object.entries({ ...colours, "font-family": "system-ui, sans-serif", "editor-font-family": "monospace" }).map(
    ([name, value]) => `--vscode-${name}: ${value};`,
  );
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Preview</title>
<style>:root { ${variables.join(" ")} }</style>
<style>${css("page.css")}</style>
<style>${css("documents.css")}</style>
<style>${css("preview.css").replaceAll(/@import[^;]*;/g, "")}</style>
</head>
<body class="${className}">
<main id="preview">${body}</main>
</body>
</html>`;
}
