import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Run, synod, synodWith, withFolder, withProject } from './synod.js';

const slow = { timeout: 120_000 };

describe('synod check', () => {
  it('finds that every committed model conforms, and says what was compared', slow, () => {
    const { status, stdout } = synod(['check', '--fresh']);
    expect(status, stdout).toBe(0);
    const rows = stdout
      .replaceAll(/ {2,}/g, ' | ')
      .replaceAll(/\d+\.\d s/g, 'T')
      .trimEnd()
      .split('\n');
    expect(rows).toEqual([
      'model | states | steps | operators | refinement steps | invariants | time | verdict',
      'MCConsensus | 4 | 3 | 2 in 8 values | none above | 2 | T | conforms',
      'MCVoting | 6,752 | 26,904 | 19 in 567,168 values | C 26,904 | 7 | T | conforms',
      'MCPaxosOne | 25 | 81 | 22 in 725 values | V 81, V!C 81 | 2 | T | conforms',
      'MCPaxosTiny | 3,921 | 22,994 | 22 in 247,023 values | V 22,994, V!C 22,994 | 2 | T | conforms',
      'MCVotingAll | 110,592 | 0 | 19 in 6,635,520 values | C 0 | 5 | T | conforms',
      'MCVotingInductive | 2,771 | 10,329 | 19 in 166,260 values | C 10,329 | 7 | T | conforms',
    ]);
  });

  it('gives programs the same as JSON', slow, () => {
    const { status, stdout } = synod(['check', 'MCPaxosOne', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      exitCode: 0,
      models: [
        { model: 'MCPaxosOne', verdict: 'conforms', states: 25, steps: 81, depth: 9, divergences: [] },
      ],
    });
  });
});

describe('what is known from an earlier run', () => {
  const notice =
    'synod: 1 export and 1 specification not read again, unchanged since an earlier check; --fresh reads everything\n';

  it('is taken over, and nothing else is said of the model than before', slow, () => {
    withFolder((cache) => {
      const env = { SYNOD_CACHE: cache };
      const rows = (args: readonly string[], stderr: string): string => {
        const run = synod(['check', 'MCVotingInductive', ...args], { env });
        expect([run.status, run.stderr]).toEqual([0, stderr]);
        return run.stdout.replaceAll(/ {2,}\d+\.\d s/g, ' T');
      };
      const first = rows([], '');
      expect(rows([], notice)).toBe(first);
      expect(rows(['--fresh'], '')).toBe(first);
    });
  });

  it('is not taken over from an export that has changed since', slow, () => {
    withFolder((cache) => {
      withProject((project) => {
        const check = (): Run =>
          synod(['--project', project, 'check', 'MCVotingInductive'], { env: { SYNOD_CACHE: cache } });
        expect(check().status).toBe(0);
        const file = join(project, 'traces/tlc/MCVotingInductive/states.txt.gz');
        const bytes = readFileSync(file);
        bytes[bytes.length - 5] = (bytes.at(-5) as number) ^ 1;
        writeFileSync(file, bytes);
        const { status, stderr } = check();
        expect(status).toBe(2);
        expect(stderr).toContain('states.txt');
      });
    });
  });
});

describe('a guard that is too strong', () => {
  const change = {
    package: 'paxos',
    file: 'Phase2b.js',
    from: 'm.bal >= at(s.maxBal, a)',
    to: 'm.bal > at(s.maxBal, a)',
  };

  it('is told with the shortest path, the state, both sides and the conjunct in the code', slow, () => {
    const { status, stdout } = synodWith(change, ['check', 'MCPaxosTiny']);
    expect(status).toBe(1);
    expect(stdout.split('\n\n')[0]?.replace(/at \S*?(packages\/\S+)$/, 'at $1')).toBe(
      `MCPaxosTiny: Phase2b(a1) is a step that TLC and the compiled text take and the code does not (1,008 such steps of Phase2b)
  after 4 steps:
    1. Phase1a(0)
    2. Phase1b(a1)
    3. Phase1b(a2)
    4. Phase2a(0, v1)
  in the state
    /\\ maxBal = (a1 :> 0 @@ a2 :> 0 @@ a3 :> -1)
    /\\ maxVBal = (a1 :> -1 @@ a2 :> -1 @@ a3 :> -1)
    /\\ maxVal = (a1 :> None @@ a2 :> None @@ a3 :> None)
    /\\ msgs = {[acc |-> a1, bal |-> 0, mbal |-> -1, mval |-> None, type |-> "1b"],
               [acc |-> a2, bal |-> 0, mbal |-> -1, mval |-> None, type |-> "1b"],
               [bal |-> 0, type |-> "1a"],
               [bal |-> 0, type |-> "2a", val |-> v1]}
  TLC:      Phase2b(a1) leads to
    /\\ maxVBal' = (a1 :> 0 @@ a2 :> -1 @@ a3 :> -1)
    /\\ maxVal' = (a1 :> v1 @@ a2 :> None @@ a3 :> None)
    /\\ msgs' = msgs \\cup {[acc |-> a1, bal |-> 0, type |-> "2b", val |-> v1]}
  the text: the same as TLC
  the code: Phase2b(a1) is not possible
  decides: m.bal >= maxBal[a]  at packages/paxos/src/Phase2b.ts:11`,
    );
  });

  it('is a failure in the JUnit report and in the JSON', slow, () => {
    const report = join(mkdtempSync(join(tmpdir(), 'synod-test-')), 'report.xml');
    const { status, stdout } = synodWith(change, ['check', 'MCPaxosOne', '--json', '--junit', report]);
    expect(status).toBe(1);
    const xml = readFileSync(report, 'utf8');
    rmSync(dirname(report), { recursive: true });
    expect(xml).toMatch(/<testsuite name="synod check" tests="1" failures="1" errors="0"/);
    expect(xml).toMatch(/m\.bal &gt;= maxBal\[a\]/);
    expect(JSON.parse(stdout)).toMatchObject({
      exitCode: 1,
      models: [
        {
          verdict: 'diverges',
          divergences: [{ type: 'step', onlyIn: 'expected', label: 'Phase2b(a1)', decides: [{ line: 11 }] }],
        },
      ],
    });
  });
});

describe('other mistakes', () => {
  it.each([
    {
      what: 'a guard that is too weak, by the conjunct of the specification that is false',
      change: { package: 'paxos', file: 'Phase1b.js', from: 'm.bal > at(', to: 'm.bal >= at(' },
      model: 'MCPaxosTiny',
      says: [
        /Phase1b\(a1\) is a step that the code takes and TLC and the compiled text do not/,
        /decides: m\.bal > maxBal\[a\] .*Paxos\.tla:\d+/,
      ],
    },
    {
      what: 'an effect that is forgotten, by the conjunct that assigns the variable',
      change: { package: 'paxos', file: 'Phase2b.js', from: 'except(s.maxVBal, a, m.bal)', to: 's.maxVBal' },
      model: 'MCPaxosTiny',
      says: [/decides: maxVBal' = \[maxVBal EXCEPT !\[a\] = m\.bal\] .*Paxos\.tla:\d+/],
    },
    {
      what: 'an operator of another value, with the arguments for which it differs',
      change: {
        package: 'voting',
        file: 'safety.js',
        from: 'at(s.maxBal, a) > b',
        to: 'at(s.maxBal, a) >= b',
      },
      model: 'MCVoting',
      says: [
        /CannotVoteAt has another value in the code than in TLC and the compiled text/,
        /for the arguments: a1, 0/,
      ],
    },
    {
      what: 'a broken initial state',
      change: {
        package: 'paxos',
        file: 'Init.js',
        from: 'functionOn(k.Acceptor, () => -1)',
        to: 'functionOn(k.Acceptor, () => 0)',
      },
      model: 'MCPaxosOne',
      says: [
        /TLC and the compiled text have an initial state that the code has not/,
        /the code has an initial state that TLC and the compiled text have not/,
      ],
    },
  ])('are told: $what', slow, ({ change, model, says }) => {
    const { status, stdout, stderr } = synodWith(change, ['check', model]);
    expect(status, stderr).toBe(1);
    for (const text of says) expect(stdout).toMatch(text);
  });
});

describe('two against one', () => {
  it.each([
    {
      what: 'a compiler that reads a comparison otherwise',
      change: {
        package: 'conformance',
        file: 'model/foreign-spec.js',
        from: "text: await readFile(file, 'utf8')",
        to: "text: (await readFile(file, 'utf8')).replace('m.bal > maxBal[a]', 'm.bal >= maxBal[a]')",
      },
      says: [
        /Phase1b\(a1\) is a step that the compiled text takes and TLC and the code do not/,
        /the text: Phase1b\(a1\) leads to/,
        /the code: the same as TLC/,
        /TLC and the code agree: it is the compiler that reads the module otherwise/,
        /decides: m\.bal > maxBal\[a\] .*Paxos\.tla:\d+/,
      ],
    },
    {
      what: 'compiled operators of other values',
      change: {
        package: 'conformance',
        file: 'operators/compiled-column.js',
        from: 'meaning(found[state * tuples.length + i]) === true',
        to: 'meaning(found[state * tuples.length + i]) !== true',
      },
      says: [
        /V!ChosenAt has another value in the compiled text than in TLC and the code/,
        /TLC and the code agree: it is the compiler/,
      ],
    },
  ])('$what stands alone, and that is said', slow, ({ change, says }) => {
    const { status, stdout, stderr } = synodWith(change, ['check', 'MCPaxosOne']);
    expect(status, stderr).toBe(1);
    for (const text of says) expect(stdout).toMatch(text);
  });
});
