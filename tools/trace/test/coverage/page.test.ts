import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coverageHtml } from '../../src/coverage/html/page.js';
import { type PageElement, parsePage } from '../validate-output/page-dom.js';
import { covered, mixed } from './reports.js';

const page = (report = mixed): PageElement => parsePage(coverageHtml(report));
const texts = (within: PageElement, selector: string): string[] =>
  within.querySelectorAll(selector).map(({ textContent }) => textContent.trim());
const rowsOf = (table: PageElement | undefined): string[][] =>
  (table?.querySelectorAll('tr') ?? [])
    .slice(1)
    .map((row) => row.children.map(({ textContent }) => textContent.trim()));

describe('the page of coverage', () => {
  it('has the rates, bars by action and by depth, behaviours, and what each trace adds', () => {
    const top = page();
    expect(texts(top, 'h1')).toEqual(['24.0 % of the steps of Commit taken']);
    expect(texts(top, '.notes')).toEqual(['it is not known whether the graph is whole']);
    const [rates, actions, states, steps, traces] = top.querySelectorAll('table').map(rowsOf);
    expect(rates).toEqual([
      ['actions', '', '50.0', '2 of 4', '1'],
      ['steps', '', '24.0', '289 of 1,200', '12'],
      ['states', '', '33.3', '3 of 9', '0'],
    ]);
    expect(actions).toEqual([
      ['Abort never taken', '', '0.0', '0 of 200', '0'],
      ['Crash perhaps taken', '', '0.0', '0 of 100', '12'],
      ['Vote taken, not known which step', '', '0.0', '0 of 300', '0'],
      ['Ask', '', '48.1', '289 of 600', '0'],
    ]);
    expect(states).toEqual([
      ['0', '', '100.0', '1 of 1', '0'],
      ['1', '', '25.0', '2 of 8', '0'],
    ]);
    expect(steps).toEqual([
      ['0', '', '48.1', '289 of 600', '0'],
      ['1', '', '0.0', '0 of 600', '12'],
    ]);
    expect(traces).toEqual([
      ['first.ndjson', 'conforms', '4', '4', '4'],
      ['again.ndjson', 'conforms', '4', '4', 'nothing'],
      [
        'once-more.ndjsoncounts as less than it may be: not all orders were looked at',
        'conforms',
        '4',
        '4',
        'nothing',
      ],
      ['bad.ndjsonbad.ndjson:3: Abort is no step', 'diverges', '4', '–', '–'],
      ['cut.ndjsoncut.ndjson:2: this line is not JSON', 'could not tell', '4', '–', '–'],
    ]);
    expect(texts(top.querySelectorAll('ul.behaviours')[0] as PageElement, 'li')).toEqual([
      'Ask(p2)',
      'Ask(p1) → Crash(p1) perhaps taken',
      'Ask(p1) → Vote(p1, no) → Abort',
    ]);
  });

  it('has bars as wide as the shares, told in words too', () => {
    const [, , , , crash] = page().querySelectorAll('svg.bar');
    expect(crash?.attributes.get('aria-label')).toBe('0 of 100 taken, 12 perhaps');
    const parts = crash?.children.map(({ attributes }) => [attributes.get('x'), attributes.get('width')]);
    expect(parts).toEqual([
      [undefined, '0.000%'],
      ['0.000%', '12.000%'],
    ]);
  });

  it('needs nothing from a network, runs no script, and escapes what traces hold', () => {
    const hostile = '<script>alert(1)</script>"\' &\u202e';
    const text = coverageHtml({
      ...mixed,
      spec: hostile,
      against: hostile,
      byAction: [{ action: hostile, steps: { total: 1, taken: 0, perhaps: 0 }, taken: false }],
      missing: [{ action: hostile, behaviour: [hostile], from: 0, to: 0, perhaps: false }],
      traces: [covered(hostile, { verdict: 'diverges', reason: hostile })],
      warnings: [hostile],
    });
    expect(text).not.toMatch(/<script|src=|href=|url\(|https?:|\u202e/);
    expect(() => parsePage(text)).not.toThrow();
    expect(text).toContain('default-src &#39;none&#39;');
  });

  it('says so if all was taken, and stays a page when there are many traces', () => {
    const traces = Array.from({ length: 3000 }, (_, index) => covered(`${index}.ndjson`));
    const top = page({ ...mixed, missing: [], traces });
    expect(texts(top, 'p')).toContain('Every step was surely taken.');
    expect(texts(top, 'p')).toContain('and 2,000 more traces, which --json has');
  });
});

/** A browser without a window, if one is at hand. */
const browser = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)))
  .find((file) => spawnSync(file, ['--version']).status === 0);

describe.skipIf(browser === undefined)(
  `in a browser${browser === undefined ? ' (skipped: there is none here)' : ''}`,
  () => {
    it('is read whole, with its style', { timeout: 60_000 }, () => {
      const folder = mkdtempSync(join(realpathSync(tmpdir()), 'synod-page-'));
      try {
        const file = join(folder, 'coverage.html');
        writeFileSync(file, coverageHtml(mixed));
        const flags = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${folder}/profile`];
        const { stdout, stderr } = spawnSync(
          browser as string,
          [...flags, '--enable-logging=stderr', '--dump-dom', `file://${file}`],
          { encoding: 'utf8' },
        );
        expect(stdout).toContain('<h1>24.0 % of the steps of Commit taken</h1>');
        expect(stderr).not.toMatch(/Content Security Policy|Refused to/);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  },
);
