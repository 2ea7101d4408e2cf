import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { synod, withProject } from './synod.js';

const slow = { timeout: 60_000 };

/** One line on standard error, exit code 2, and nothing that looks like a stack. */
function expectOneLine(run: { status: number | null; stderr: string }, ...says: readonly RegExp[]): void {
  expect(run.status, run.stderr).toBe(2);
  expect(run.stderr.trimEnd().split('\n'), run.stderr).toHaveLength(1);
  expect(run.stderr).not.toMatch(/\n\s+at /);
  for (const text of says) expect(run.stderr).toMatch(text);
}

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

const one = (project: string, file: string): string => join(project, 'traces/tlc/MCPaxosOne', file);

describe('a damaged export', () => {
  it.each<[string, (project: string) => void, RegExp]>([
    [
      'a gzip that breaks off',
      (p) => truncateSync(one(p, 'steps.dot.gz'), 900),
      /steps\.dot\.gz.*breaks off/,
    ],
    ['a file that is empty', (p) => truncateSync(one(p, 'states.txt.gz'), 0), /states\.txt\.gz/],
    ['a file that is missing', (p) => rmSync(one(p, 'states.txt.gz')), /states\.txt\.gz.*missing/],
    ['no manifest', (p) => rmSync(one(p, 'manifest.json')), /manifest\.json/],
    ['a manifest that is cut', (p) => truncateSync(one(p, 'manifest.json'), 300), /manifest\.json/],
    [
      'a graph cut in a label',
      (p) => rewrite(one(p, 'steps.dot.gz'), (text) => text.slice(0, text.indexOf('maxVBal') + 3)),
      /steps\.dot/,
    ],
    [
      'a graph of another content',
      (p) =>
        rewrite(one(p, 'steps.dot.gz'), (text) => text.replace('maxBal = (a1 :> 0)', 'maxBal = (a1 :> 1)')),
      /steps\.dot/,
    ],
    [
      'operators of another content',
      (p) =>
        rewrite(one(p, 'states.txt.gz'), (text) => text.replace('FALSE', 'TRUE').replace('TRUE', 'FALSE')),
      /states\.txt/,
    ],
  ])('%s', slow, (_, damage, says) => {
    withProject((project) => {
      damage(project);
      expectOneLine(synod(['--project', project, 'check', 'MCPaxosOne']), /MCPaxosOne/, says);
    });
  });

  it('the export of another model', slow, () => {
    withProject((project) => {
      rmSync(join(project, 'traces/tlc/MCPaxosTiny'), { recursive: true });
      cpSync(join(project, 'traces/tlc/MCPaxosOne'), join(project, 'traces/tlc/MCPaxosTiny'), {
        recursive: true,
      });
      expectOneLine(
        synod(['--project', project, 'check', 'MCPaxosTiny']),
        /MCPaxosOne, a model of Paxos, and not of MCPaxosTiny/,
      );
    });
  });
});

function rewrite(file: string, change: (text: string) => string): void {
  const before = gunzipSync(readFileSync(file)).toString();
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(file, gzipSync(after));
}

describe('a specification or model that cannot be used', () => {
  it.each<[string, (project: string) => void, RegExp]>([
    [
      'a module edited after its export',
      (p) => edit(join(p, 'specs/Paxos.tla'), '/\\ m.bal >= maxBal[a]', '/\\ m.bal > maxBal[a]'),
      /Paxos\.tla.*has changed since MCPaxosOne was exported/,
    ],
    [
      'a cfg edited after its export',
      (p) => edit(join(p, 'specs/MCPaxosOne.cfg'), 'INVARIANTS TypeOK Inv', 'INVARIANTS TypeOK'),
      /MCPaxosOne\.cfg.*has changed/,
    ],
    [
      'a cfg that names an unknown constant',
      (p) => edit(join(p, 'specs/MCPaxosOne.cfg'), 'Acceptor =', 'Aceptor ='),
      /MCPaxosOne\.cfg.*Aceptor is not a constant of Paxos/,
    ],
    [
      'a cfg that lacks a constant',
      (p) => edit(join(p, 'specs/MCPaxosOne.cfg'), '    None = None\n', ''),
      /MCPaxosOne\.cfg.*None/,
    ],
    [
      'a cfg that cannot be read',
      (p) => edit(join(p, 'specs/MCPaxosOne.cfg'), '{v1}', '{v1'),
      /MCPaxosOne\.cfg:\d+/,
    ],
    ['no cfg', (p) => rmSync(join(p, 'specs/MCPaxosOne.cfg')), /MCPaxosOne\.cfg/],
    [
      'quorums that do not intersect',
      (p) =>
        edit(
          join(p, 'specs/MCPaxosOne.cfg'),
          '{a1}\n    Quorum = {{a1}}',
          '{a1, a2}\n    Quorum = {{a1}, {a2}}',
        ),
      /MCPaxosOne\.cfg.*QuorumAssumption.*no member in common/,
    ],
    [
      'a list of models that is no JSON',
      (p) => writeFileSync(join(p, 'specs/models.json'), '{'),
      /models\.json/,
    ],
    [
      'a list of models with a wrong field',
      (p) => edit(join(p, 'specs/models.json'), '"depth": 9', '"depth": "9"'),
      /models\.json.*depth/,
    ],
  ])('%s', slow, (_, damage, says) => {
    withProject((project) => {
      damage(project);
      expectOneLine(synod(['--project', project, 'check', 'MCPaxosOne']), says);
    });
  });
});

describe('a command that is mistyped', () => {
  it.each<[string, readonly string[], RegExp]>([
    [
      'a model whose export is not kept',
      ['check', 'MCPaxosSmall'],
      /too large to be kept: use "check MCPaxosSmall --live"/,
    ],
    ['a model', ['check', 'MCPaxosTiney'], /no model MCPaxosTiney; did you mean MCPaxosTiny\?/],
    ['a command', ['chek'], /unknown command 'chek' \(Did you mean check\?\)/],
    ['an option', ['check', '--jsn'], /unknown option '--jsn'/],
    ['an argument too few', ['show', 'MCPaxosTiny'], /missing required argument 'state'/],
    [
      'a state that there is not',
      ['show', 'MCPaxosOne', '25'],
      /no state 25; states are numbered from 0 to 24/,
    ],
    ['a variable that there is not', ['show', 'MCPaxosOne', 'maxBall = 1'], /maxBall is no variable/],
    ['a state that is not reached', ['show', 'MCPaxosOne', 'maxBal = (a1 :> 7)'], /no reachable state/],
    ['a folder that is no project', ['--project', '/', 'models'], /models\.json/],
    [
      'a report that cannot be written',
      ['check', 'MCPaxosOne', '--junit', '/nowhere/report.xml'],
      /report\.xml.*cannot be written/,
    ],
  ])('%s', slow, (_, args, says) => {
    expectOneLine(synod(args), says);
  });
});

describe('TLC that cannot be had', () => {
  it('a jar with a wrong hash', slow, () => {
    withProject((project) => {
      const jar = join(project, 'tla2tools.jar');
      writeFileSync(jar, 'not TLC');
      expectOneLine(synod(['tlc', '-h'], { env: { TLA2TOOLS_JAR: jar } }), /tla2tools\.jar/, /SHA-256/);
    });
  });

  it('no Java', slow, () => {
    const env = { PATH: '/nowhere', JAVA_HOME: undefined };
    expectOneLine(synod(['export', 'MCPaxosOne'], { env }), /Java/);
  });
});

describe('colours', () => {
  it('are left out of a pipe, whatever a CI server sets', slow, () => {
    const { status, stdout } = synod(['models'], { env: { CI: 'true', FORCE_COLOR: '1' } });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^model /);
    expect(stdout).not.toContain('\u001b');
  });
});
