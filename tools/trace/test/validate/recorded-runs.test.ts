import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Run, root } from '../synod.js';
import { recorded, rows, slow, validate } from './bench.js';

const folder = join(root, 'traces/executions');
const readme = readFileSync(join(folder, 'README.md'), 'utf8');

/** A row of the README: `files | options | verdict | shows`. */
const claims = Array.from(
  readme.matchAll(/^\| (\S+\.ndjson[^|]*) \|([^|]*)\| ([^|]+) \| ([^|]+) \|$/gm),
  ([, files = '', options = '', verdict = '', shows = '']) => ({
    files: files.split(' '),
    options: options.replaceAll('`', '').trim(),
    verdict,
    shows,
  }),
);

describe('the README of the recorded runs', () => {
  it('says what each file shows', () => {
    const told = new Set(claims.flatMap(({ files }) => files));
    const there = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => name.endsWith('.ndjson'));
    expect([...told].toSorted()).toEqual(there.toSorted());
    expect(readme.length).toBeGreaterThan(500);
  });
});

describe('recorded runs without options', () => {
  const single = claims.filter(({ options }) => options === '');
  let run: Run;
  beforeAll(() => {
    run = validate(single.flatMap(({ files }) => files.map(recorded)));
  }, slow.timeout);

  it('are judged each by itself: 1 dominates', () => {
    expect(run.status).toBe(1);
    expect(run.stderr).toBe('');
    expect(rows(run.stdout)).toHaveLength(single.length);
  });

  it.each(single)('$files: $verdict', ({ files: [file = ''], verdict }) => {
    const found = rows(run.stdout).find((line) => line.startsWith(`${recorded(file)} `));
    expect(found).toMatch(new RegExp(` graph ${verdict.replace(/ at line \d+$/, '')}$`));
    const line = / at line (\d+)$/.exec(verdict)?.[1];
    const heads = run.stdout.split('\n').filter((text) => text.startsWith(`${recorded(file)}:`));
    expect(heads.map((text) => /^\S+:(\d+):/.exec(text)?.[1])).toEqual(line === undefined ? [] : [line]);
  });
});

describe('recorded runs with options', () => {
  it.each(claims.filter(({ options }) => options !== ''))(
    '$files $options: $verdict',
    slow,
    ({ files, options, verdict }) => {
      const { status, stdout } = validate([...files.map(recorded), ...options.split(' ')]);
      const [, kind = '', line, file = ''] = /^(.*?)(?: at line (\d+) of (\S+))?$/.exec(verdict) ?? [];
      expect(status).toBe(['conforms', 'diverges', 'could not tell'].indexOf(kind));
      const place = line === undefined ? '' : `${recorded(file)}:${line}: `;
      expect(stdout.startsWith(place)).toBe(true);
    },
  );
});
