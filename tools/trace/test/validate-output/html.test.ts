import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import type { TraceReport } from '@synod/conformance';
import { describe, expect, it } from 'vitest';
import { reportHtml } from '../../src/validate/output/html/report-html.js';
import { root } from '../synod.js';
import { hostile } from './hostile-report.js';
import { longLanes, twoCuts } from './lane-reports.js';
import { PageElement, parsePage } from './page-dom.js';
import * as reports from './reports.js';

const sources = new Map([['specs/Paxos.tla', readFileSync(join(root, 'specs/Paxos.tla'), 'utf8')]]);
const page = (...shown: TraceReport[]): PageElement => parsePage(reportHtml(shown, { sources }));
const texts = (within: PageElement, selector: string): string[] =>
  within.querySelectorAll(selector).map(({ textContent }) => textContent);

/** The page after its script has run in it. */
function inBrowser(...shown: TraceReport[]): PageElement {
  const top = page(...shown);
  const document = {
    createElement: (tag: string) => new PageElement(tag),
    getElementById: (id: string) => top.all().find((element) => element.id === id),
    querySelectorAll: (selector: string) => top.querySelectorAll(selector),
    get activeElement() {
      return top.all().findLast(({ focused }) => focused);
    },
  };
  for (const script of top.querySelectorAll('script')) {
    if (!script.attributes.has('type')) runInNewContext(script.textContent, { document });
  }
  return top;
}

describe('the page', () => {
  const everything = [
    reports.conforming,
    reports.observation,
    reports.action,
    reports.parameters,
    reports.init,
    reports.couldNotTell,
    twoCuts,
    hostile,
  ];

  it('has a row for each execution, linked to a section for each divergence', () => {
    const top = page(...everything);
    expect(texts(top, 'h1')).toEqual(['6 of 8 executions diverge']);
    const rows = top.querySelectorAll('tr').map((row) => row.children.map(({ textContent }) => textContent));
    expect(rows[1]).toEqual([
      'conforms',
      'good.ndjson',
      'Paxos',
      'MCPaxosTiny',
      '12',
      '12',
      'graph',
      '0.1 s',
    ]);
    expect(rows[6]?.slice(0, 2)).toEqual(['could not tell', 'long.ndjson']);
    const links = top.querySelectorAll('a').map(({ attributes }) => attributes.get('href'));
    expect(links).toEqual([0, 1, 2, 3, 4, 5].map((index) => `#execution-${index}`));
    expect(top.querySelectorAll('section.execution').map(({ id }) => `#${id}`)).toEqual(links);
    expect(texts(top, '.notes')[0]).toContain('long.ndjson: the frontier has more than 1000 states');
  });

  it('says that it conforms if all does, and that nothing was compared if nothing was', () => {
    expect(texts(page(reports.conforming), 'h1')).toEqual(['1 execution conforms']);
    expect(texts(page(reports.conforming, reports.couldNotTell), 'h1')).toEqual([
      '1 of 2 executions could not be told of',
    ]);
    expect(texts(page(), 'h1')).toEqual(['nothing was compared']);
    expect(texts(page(twoCuts), 'h1')).toEqual(['1 execution diverges']);
  });

  it('shows the false conjunct in its module, the nearest miss, the steps and the states', () => {
    const top = page(reports.observation);
    expect(texts(top, 'h2')).toEqual([
      'trace.ndjson:6: Phase2b(a1) leads to no state that is as observed here (4 of 6 events match)',
    ]);
    expect(texts(top, 'mark')).toEqual(["118       /\\ maxBal' = [maxBal EXCEPT ![a] = m.bal]\n"]);
    expect(texts(top, 'pre.source')[0]?.split('\n')).toHaveLength(10);
    expect(
      top
        .querySelector('.diff')
        ?.querySelectorAll('tr')[1]
        ?.children.map(({ textContent }) => textContent),
    ).toEqual(['maxBal[a1]', '1', '0']);
    expect(texts(top, '.bindings')).toEqual(['aa1m[bal |-> 0, type |-> "2a", val |-> v1]']);
    expect(top.querySelectorAll('.steps').map((list) => list.children.length)).toEqual([3, 6]);
    expect(texts(top, 'pre.state')[0]?.split('\n')[0]).toBe('/\\ maxBal = (a1 :> 0 @@ a2 :> 0 @@ a3 :> -1)');
    expect(texts(top, '.shrunk')[0]).toContain('Phase2b(a1) trace.ndjson:6');
  });

  it('shows other states as what differs from the first, and counts those that it has not', () => {
    const [first, second] = texts(page(reports.parameters), 'summary');
    expect(first).toBe('state 2: as the first, but maxBal[a2] = 1');
    expect(second).toMatch(/^state 3: as the first, but msgs has also \[bal .*\.\.\.$/);
    expect(texts(page(reports.parameters), 'p')).toContain('and 11 more states');
  });

  it('has the lanes as text for who allows no script', () => {
    expect(texts(page(twoCuts), '.lanes')[0]).toContain('x Phase2a(0, v2)');
  });

  it('shows no lanes where no initial state is as init says', () => {
    expect(page(reports.init).querySelectorAll('.lanes')).toEqual([]);
  });

  it('stays a page however many executions diverge', () => {
    const top = page(...Array.from({ length: 70 }, () => reports.action));
    expect(top.querySelectorAll('.execution')).toHaveLength(50);
    expect(top.querySelectorAll('tr')).toHaveLength(71 + 0);
    expect(texts(top, 'p')).toContain('and 20 more executions that diverge, which --json has');
  });
});

describe('a page of a trace that somebody wrote to be run', () => {
  const text = reportHtml([hostile], {
    sources: new Map([['<script>alert(1)</script>.tla', 'a\n</pre><script>alert(3)</script>\nb']]),
  });
  const top = parsePage(text);

  it('has no element, attribute or script of it', () => {
    const allowed = new Set(
      'a article body code dd details div dl dt h1 h2 h3 h4 h5 head header html li main mark meta ol p pre script section span strong style summary table tbody td th thead title tr ul'.split(
        ' ',
      ),
    );
    expect(
      top
        .all()
        .map(({ tag }) => tag)
        .filter((tag) => !allowed.has(tag)),
    ).toEqual([]);
    expect(top.querySelectorAll('script').map(({ attributes }) => Object.fromEntries(attributes))).toEqual([
      { type: 'application/json', id: 'data' },
      {},
    ]);
    const attributes = new Set(top.all().flatMap((element) => [...element.attributes.keys()]));
    expect([...attributes].filter((name) => /^on|^src$|^style$|^action$/.test(name))).toEqual([]);
    expect(texts(top, 'mark')).toEqual(['2 </pre><script>alert(3)</script>\n']);
    expect(text).not.toContain('<script>alert');
  });

  it('allows no script but its own, and nothing of the network', () => {
    const policy = top
      .querySelectorAll('meta')
      .find(({ attributes }) => attributes.get('http-equiv') === 'Content-Security-Policy');
    const sum = (content: string): string =>
      `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
    const [style = ''] = texts(top, 'style');
    const [, script = ''] = texts(top, 'script');
    expect(policy?.attributes.get('content')).toBe(
      `default-src 'none'; style-src ${sum(style)}; script-src ${sum(script)}; base-uri 'none'; form-action 'none'`,
    );
    expect(text).not.toMatch(/https?:|url\(|@import/);
  });

  it('holds the data whole', () => {
    const [data] = JSON.parse(texts(top, 'script')[0] as string) as [
      { lanes: string[]; events: Record<string, { logged: unknown }> },
    ];
    expect(data.lanes).toEqual(['<script>alert(1)</script>', '\\u001b[31m\\u000a::warning::forged']);
    expect(data.events['1']?.logged).toMatchObject({ state: { x: '<script>alert(1)</script><!--' } });
  });

  it('shows what it says as text, in the lanes too', () => {
    const drawn = inBrowser(hostile);
    expect(drawn.querySelectorAll('script')).toHaveLength(2);
    expect(texts(drawn, 'button.event')).toEqual(['A()', "✕ <script>alert(1)</script>('</title>')"]);
    expect(texts(drawn, '.head')).toEqual([
      'line<script>alert(1)</script>\\u001b[31m\\u000a::warning::forged',
    ]);
  });
});

describe('the lanes in a browser', () => {
  it('have the events in the order of the behaviour, the cut, and what does not match', () => {
    const [first, second] = inBrowser(twoCuts).querySelectorAll('.prefix');
    expect(texts(first as PageElement, 'button.event')).toEqual([
      'Phase1a(0)',
      'Phase1b(a1)',
      'Phase1b(a2)',
      'Phase2a(0, v1)',
      'Phase2b(a1)',
      'Phase2b(a2)',
      '✕ Phase1b(a1)',
      '✕ Phase2a(0, v2)',
    ]);
    expect(
      (first as PageElement).querySelectorAll('button.event').map(({ style }) => style['gridColumn']),
    ).toEqual([4, 2, 3, 4, 2, 3, 2, 4]);
    expect(texts(first as PageElement, '.detail')[0]).toContain(
      'Phase1b(a1)a1.ndjson:4 · process a1 · seq 2 · does not match here',
    );
    expect((second as PageElement).hidden).toBe(true);
    expect(texts(second as PageElement, 'button.event')).toEqual([]);
  });

  it('show what was logged when an event is chosen, by arrows too', () => {
    const top = inBrowser(reports.observation);
    const [begin, next] = top.querySelectorAll('button.event') as [PageElement, PageElement];
    begin.dispatch('keydown', { key: 'ArrowDown' });
    expect(next.focused).toBe(true);
    next.dispatch('click');
    expect(texts(top, '.detail')[0]).toBe(
      'Phase1b(a1)trace.ndjson:3 · matches{\n  "action": "Phase1b",\n  "params": [\n    "a1"\n  ]\n}',
    );
    expect(
      top.querySelectorAll('button.event').map(({ attributes }) => attributes.get('aria-pressed')),
    ).toEqual(['false', 'true', 'false', 'false', 'false', 'false']);
  });

  it('show steps that nobody logged', () => {
    expect(texts(inBrowser(reports.parameters), '.hidden')).toEqual(['~ Phase1a(1)']);
  });

  it('of several prefixes are chosen by tabs, with the mouse or with arrows', () => {
    const top = inBrowser(twoCuts);
    const tabs = top.querySelector('.tabs')?.children as PageElement[];
    const [first, second] = top.querySelectorAll('.prefix') as [PageElement, PageElement];
    expect(tabs.map(({ textContent }) => textContent)).toEqual([
      '1: 6 events (a1 2, a2 2, p0 2)',
      '2: 6 events (a1 1, a2 2, p0 3)',
    ]);
    tabs[1]?.dispatch('click');
    expect([first.hidden, second.hidden]).toEqual([true, false]);
    expect(texts(second, 'button.event').at(-2)).toBe('✕ Phase2b(a1)');
    tabs[1]?.focus();
    tabs[1]?.dispatch('keydown', { key: 'ArrowRight' });
    expect([first.hidden, second.hidden]).toEqual([false, true]);
    expect(tabs.map(({ attributes }) => attributes.get('aria-selected'))).toEqual(['true', 'false']);
  });

  it('of long logs show the rows around the cut, and all of them when asked', () => {
    const top = inBrowser(longLanes(1000));
    const events = (): number => top.querySelectorAll('button.event').length;
    const [earlier, later] = top.querySelectorAll('.more') as [PageElement, PageElement];
    expect(events()).toBe(10 + 3 + 6);
    expect(earlier.textContent).toBe('show 2,867 earlier rows');
    earlier.dispatch('click');
    expect(events()).toBe(2877 + 3 + 6);
    expect(texts(top, 'button.event')[0]).toBe('Increment(0, a value of acceptor-1)');
    expect([earlier.hidden, later.hidden]).toEqual([true, false]);
    later.dispatch('click');
    expect(events()).toBe(3000);
    expect(later.hidden).toBe(true);
  });
});
