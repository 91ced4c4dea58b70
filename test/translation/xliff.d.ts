/** What is used here of a package that brings no types. */
declare module "xliff" {
  interface Unit {
    readonly source: unknown;
    readonly target?: unknown;
  }
  interface Read {
    readonly sourceLanguage: string;
    readonly targetLanguage: string;
    readonly resources: Readonly<Record<string, Readonly<Record<string, Unit>>>>;
  }
  const xliff: { xliff2js(text: string): Promise<Read> };
  export default xliff;
}
