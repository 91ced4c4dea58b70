/**
 * The look of a printed document: black on white at every width, A4 with the stamp and the number of the page at the foot of each page.
 * Boxes and lines are drawn, so that no font has to have them.
 */
export function styleOf(stamp: string): string {
  return `@page{size:A4;margin:18mm 18mm 20mm;@bottom-left{content:${cssText(stamp)};font:8pt sans-serif;color:#444}@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#444}}
*{box-sizing:border-box}
html{color-scheme:light}
body{margin:0 auto;max-width:50rem;padding:1rem;font:1rem/1.45 "Noto Sans","Segoe UI","Helvetica Neue",Arial,"Noto Sans Arabic",sans-serif;color:#111;background:#fff;overflow-wrap:break-word}
h1{font-size:1.6rem;line-height:1.2}h2{font-size:1.25rem;margin-top:1.8rem}h3{font-size:1.05rem;margin-top:1.4rem}h4{font-size:1rem}
h1,h2,h3,h4{break-after:avoid}
p{margin:.4rem 0}
.note{font-style:italic;color:#333}
[dir=rtl] :is(.note,em){font-style:normal}
.help{color:#333}
.signpost{border:1px solid #444;padding:.5rem .7rem}
.together{break-inside:avoid;margin:1rem 0}
.page{break-before:page}
dl{margin:.5rem 0}dl>div{display:grid;grid-template-columns:10rem minmax(0,1fr);gap:.2rem 1rem;padding:.15rem 0}dt{font-weight:600}dd{margin:0}
table{border-collapse:collapse;width:100%;margin:.6rem 0 1rem}caption{text-align:start;font-weight:600;padding:.3rem 0}
th,td{border:1px solid #888;padding:.3rem .45rem;text-align:start;vertical-align:top;font-weight:400}thead th{font-weight:600;vertical-align:bottom;overflow-wrap:normal;hyphens:auto}
thead{display:table-header-group}tr{break-inside:avoid}
td.tick,th.tick{text-align:center}
.long{table-layout:fixed}.long :is(th,td),.long thead th{overflow-wrap:anywhere}
.scroll{overflow-x:auto}
.box{display:inline-block;inline-size:1em;block-size:1em;border:1.2px solid #111;vertical-align:-.12em}
.boxes{list-style:none;margin:.4rem 0;padding:0}.boxes li{margin:.25rem 0;padding-inline-start:1.6em;text-indent:-1.6em}.boxes .box{margin-inline-end:.6em;text-indent:0}
.across{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem}
.line{border-bottom:1px solid #555;block-size:1.9rem}.short{display:inline-block;inline-size:7rem;border-bottom:1px solid #555;margin-inline-end:.6em}
.behind{display:inline-block;min-inline-size:12rem;border-bottom:1px solid #555;margin-inline-start:.6em;text-indent:0}
.scale{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:.3rem}.scale .rule{grid-column:1/-1;block-size:1.2rem;border-inline:1.5px solid #111;background:linear-gradient(#111,#111) center/100% 1.5px no-repeat}.scale .high{text-align:end}
code{font-family:ui-monospace,"DejaVu Sans Mono",Consolas,monospace;font-size:.92em}
.stamp{margin-top:2.5rem;border-top:1px solid #888;padding-top:.5rem;font-size:.8rem;color:#333;overflow-wrap:anywhere}
@media (max-width:30rem){dl>div{grid-template-columns:minmax(0,1fr)}}
@media print{body{max-width:none;padding:0;font-size:10.5pt}.scroll{overflow:visible}}
`;
}

/** A text inside quotes of a stylesheet, which can end neither the quotes nor the element around it. */
function cssText(text: string): string {
  return `"${text.replace(/[^\w .,:()-]/g, (character) => `\\${(character.codePointAt(0) ?? 0xfffd).toString(16)} `)}"`;
}
