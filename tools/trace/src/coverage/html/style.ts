/** What the page of coverage has beside the style that pages share. */
export const coverageStyle = `
:root { --taken: #1f7a43; --perhaps: #d9a520; --never: #d5dae0; }
@media (prefers-color-scheme: dark) { :root { --taken: #4fb477; --perhaps: #c9962b; --never: #383f46; } }
h2 { margin-top: 2rem; }
.bar { display: block; width: 100%; min-width: 7rem; height: .9rem; margin-top: .3rem; border-radius: .25rem; background: var(--never); }
.bar .taken, .key .taken { fill: var(--taken); }
.bar .perhaps, .key .perhaps { fill: var(--perhaps); }
.key .never { fill: var(--never); }
.key svg { width: .9rem; height: .9rem; margin-right: .25rem; vertical-align: -.1rem; }
.key span { margin-right: 1rem; white-space: nowrap; }
.counts { width: 100%; }
.counts td.wide-bar { width: 60%; }
.counts tbody th { overflow-wrap: anywhere; min-width: 4.5rem; }
.counts .note { white-space: normal; }
.traces tbody th { min-width: 11rem; }
.behaviours li { margin: .4rem 0; }
.behaviours .last { font-weight: bold; }
.behaviours .arrow { color: var(--quiet); }
@media (max-width: 40rem) {
  th, td { padding-right: .6rem; }
  .counts td.wide-bar { width: 40%; }
  .bar { min-width: 4rem; }
}
`;
