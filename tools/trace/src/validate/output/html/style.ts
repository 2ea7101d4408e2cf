/** How the page looks: dark or light as the reader has it, one column on a phone. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #ffffff; --panel: #f5f6f8; --text: #1b1f24; --quiet: #5c6570; --line: #d5dae0;
  --good: #18703a; --good-ground: #e3f4e8; --bad: #b3261e; --bad-ground: #fdeceb;
  --unknown: #7a5200; --unknown-ground: #fdf3d8; --link: #0b57d0; --chosen: #0b57d0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14171a; --panel: #1e2226; --text: #e4e7ea; --quiet: #9aa4ae; --line: #383f46;
    --good: #7ed69b; --good-ground: #17331f; --bad: #ff9d94; --bad-ground: #421b18;
    --unknown: #f2c55c; --unknown-ground: #3a2d0c; --link: #8ab4f8; --chosen: #8ab4f8;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 76rem; padding: 1rem; background: var(--ground); color: var(--text);
  font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
code, pre, button.event, .hidden, .at { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .875em; }
a { color: var(--link); }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.15rem; line-height: 1.35; margin: 0 0 .25rem; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.25rem 0 .5rem; }
h5 { font-size: .875rem; margin: 1rem 0 .35rem; }
p { margin: .4rem 0; }
ul, ol { margin: .4rem 0; padding-left: 1.5rem; }
pre { margin: .4rem 0; padding: .6rem .75rem; background: var(--panel); border-radius: .4rem; overflow-x: auto;
  overflow-wrap: normal; line-height: 1.45; }
summary { cursor: pointer; padding: .15rem 0; }
:focus-visible { outline: 2px solid var(--chosen); outline-offset: 2px; }
.program, .meta, .place, .count { color: var(--quiet); font-size: .875rem; font-weight: normal; }
.program { margin: 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; }
th, td { padding: .35rem 1rem .35rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { color: var(--quiet); font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 600; }
.summary { min-width: 44rem; width: 100%; }
.summary td, .summary th { overflow-wrap: normal; }
.summary tbody th { overflow-wrap: anywhere; min-width: 9rem; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.verdict, .badge { display: inline-block; padding: 0 .5rem; border-radius: 1rem; white-space: nowrap; font-size: .85rem; font-weight: 600; }
.good { color: var(--good); background: var(--good-ground); }
.bad, .badge { color: var(--bad); background: var(--bad-ground); }
.unknown { color: var(--unknown); background: var(--unknown-ground); }
.notes { color: var(--unknown); font-size: .9rem; }
.execution { margin-top: 2.5rem; padding-top: 1.25rem; border-top: 3px solid var(--bad); }
.why { margin: .75rem 0; padding: .25rem 1rem .75rem; border: 1px solid var(--line); border-left: 4px solid var(--bad); border-radius: .4rem; }
.why h4 { margin: .6rem 0 .25rem; }
.bindings { display: grid; grid-template-columns: max-content 1fr; gap: 0 .75rem; margin: .25rem 0 .25rem 1rem; }
.bindings dt { color: var(--quiet); max-width: 10rem; }
.bindings dd { margin: 0; }
.source mark { display: block; width: max-content; min-width: 100%; background: var(--bad-ground); color: inherit; }
.source .number { color: var(--quiet); user-select: none; }
.source mark .number { color: var(--bad); font-weight: bold; }
.diff { width: 100%; }
.diff thead th { white-space: normal; }
.diff td, .diff th { min-width: 5.5rem; }
.said code { color: var(--bad); }
.there code { color: var(--good); }
.diff ul { padding-left: 1.1rem; margin: 0; }
.steps { display: flex; flex-wrap: wrap; gap: .3rem; padding: 0; list-style: none; }
.steps li { padding: 0 .5rem; background: var(--panel); border: 1px solid var(--line); border-radius: .3rem; }
.shrunk li.unmatched::marker, .shrunk .unmatched code { color: var(--bad); font-weight: bold; }
.tabs { display: flex; flex-wrap: wrap; gap: .25rem; margin-top: 1rem; border-bottom: 1px solid var(--line); }
.tabs button { padding: .4rem .8rem; border: 1px solid transparent; border-bottom: 0; border-radius: .4rem .4rem 0 0;
  background: none; color: var(--link); font: inherit; font-size: .9rem; cursor: pointer; }
.tabs button[aria-selected=true] { border-color: var(--line); background: var(--panel); color: var(--text); font-weight: 600; }
.tabs ~ .prefix > h3 { display: none; }
[hidden] { display: none !important; }
.view { display: grid; grid-template-columns: minmax(0, 1fr) 20rem; gap: 1rem; align-items: start; }
.scroll { max-height: 46rem; overflow: auto; border: 1px solid var(--line); border-radius: .4rem; }
.grid { --margin: 3.5rem; min-width: calc(var(--margin) + var(--lanes) * 8.5rem); padding-bottom: .5rem; }
.row { display: grid; grid-template-columns: var(--margin) repeat(var(--lanes), minmax(0, 1fr)); align-items: center; height: 2rem; }
.far { content-visibility: auto; }
.lines { position: relative; }
.lines::before { content: ''; position: absolute; inset: 0 0 0 var(--margin);
  background-image: linear-gradient(to right, transparent calc(50% - 1px), var(--line) calc(50% - 1px), var(--line) calc(50% + 1px), transparent calc(50% + 1px));
  background-size: calc(100% / var(--lanes)) 100%; }
.head { position: sticky; top: 0; z-index: 2; background: var(--panel); border-bottom: 1px solid var(--line); font-weight: 600; font-size: .875rem; }
.head span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; padding: 0 .4rem; text-align: center; }
.head .at { font-weight: normal; }
.row > * { position: relative; }
.at { padding: 0 .5rem 0 0; text-align: right; color: var(--quiet); }
button.event { justify-self: center; max-width: calc(100% - .5rem); height: 1.6rem; padding: 0 .5rem; overflow: hidden;
  text-overflow: ellipsis; white-space: nowrap; border: 1px solid var(--line); border-radius: .3rem; background: var(--ground);
  color: var(--text); cursor: pointer; }
button.matched { border-color: var(--good); background: var(--good-ground); color: var(--good); }
button.unmatched { border: 2px solid var(--bad); background: var(--bad-ground); color: var(--bad); font-weight: bold; }
button.later { border-style: dashed; color: var(--quiet); }
button.event[aria-pressed=true] { outline: 2px solid var(--chosen); outline-offset: 1px; }
.hidden { grid-column: 2 / -1; justify-self: center; max-width: 100%; padding: 0 .5rem; overflow: hidden; text-overflow: ellipsis;
  white-space: nowrap; border: 1px dashed var(--line); border-radius: 1rem; background: var(--ground); color: var(--quiet); font-style: italic; }
.cut { display: flex; align-items: center; gap: .5rem; height: 2rem; padding: 0 .5rem; color: var(--bad); font-size: .8rem; position: relative; }
.cut span { position: sticky; left: .5rem; padding: 0 .4rem; background: var(--ground); white-space: nowrap; }
.cut::before, .cut::after { content: ''; flex: 1; border-top: 2px dashed var(--bad); }
.more { display: block; position: sticky; left: .5rem; margin: .35rem .5rem; padding: .2rem .7rem; border: 1px solid var(--line);
  border-radius: .3rem; background: var(--panel); color: var(--link); font: inherit; font-size: .85rem; cursor: pointer; }
.detail { padding: .5rem .9rem .75rem; border: 1px solid var(--line); border-radius: .4rem; min-width: 0; }
.detail h5 { margin: .25rem 0; font-size: .95rem; }
.detail pre { max-height: 24rem; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
@media (max-width: 56rem) {
  .view { grid-template-columns: minmax(0, 1fr); }
  .grid { --margin: 2.75rem; min-width: calc(var(--margin) + var(--lanes) * 6.5rem); }
  button.event, .at { font-size: .75rem; }
  button.event { max-width: calc(100% - .25rem); padding: 0 .2rem; }
  .at { padding-right: .3rem; }
  .why { padding: .25rem .6rem .6rem; }
  body { padding: .75rem; }
}
@media print { .scroll { max-height: none; } .more { display: none; } }
`;
