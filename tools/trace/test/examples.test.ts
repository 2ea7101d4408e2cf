import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { desk } from './page.js';
import { root } from './synod.js';

const patient = { timeout: 60_000 };

describe('two-phase commit, in TypeScript,', () => {
  const folder = join(root, 'examples/two-phase-commit');
  const { run, clear, folder: place } = desk(folder);
  const judge = (traces: string) =>
    run(`synod validate ${traces} --graph export --spec TwoPhase.tla --cfg MCTwoPhase.cfg --strict`);
  afterAll(clear);

  it('compiles strictly', patient, () => {
    const { status, output } = run('tsc -p .');
    expect(output).toBe('');
    expect(status).toBe(0);
  });

  it.each([
    ['one unable', '--unable p2'],
    ['none able', '--unable p1 --unable p2 --unable p3'],
  ])('conforms as processes, %s', patient, (_, options) => {
    expect(run(`tsx src/run.ts --out traces ${options}`)).toEqual({ status: 0, output: '' });
    const { status, output } = judge('--together traces/*.ndjson');
    expect(output).toMatch(/^traces\/coordinator\.ndjson and 3 more .* conforms$/m);
    expect(status).toBe(0);
  });

  it('conforms in one process, in whatever order messages arrive', patient, () => {
    for (let seed = 1; seed <= 4; seed++) {
      const unable = seed % 2 === 0 ? '--unable p1' : '';
      const { output } = run(`tsx src/run.ts --one-file --seed ${seed} ${unable} --out ${seed}`);
      expect(output).toBe('');
    }
    const { status, output } = judge('[1-4]/all.ndjson');
    expect(output.match(/ conforms$/gm)).toHaveLength(4);
    expect(status).toBe(0);
    const orders = new Set([1, 3].map((seed) => readFileSync(join(place, `${seed}/all.ndjson`), 'utf8')));
    expect(orders.size).toBeGreaterThan(1);
  });

  it.each([
    ['hasty-coordinator', '', 'Decide(commit)', 'false: d = "commit" => yes = Participant '],
    ['deaf-coordinator', '--unable p2', 'CountYes(p2)', 'false: [type |-> "yes", from |-> p] \\in mail '],
    ['impatient-participant', '', 'Finish(p1, abort)', 'false: [type |-> "decision", is |-> d] \\in mail '],
  ])('is caught as a %s', patient, (mistake, options, step, conjunct) => {
    for (const [mode, traces] of [
      ['', '--together traces/*.ndjson'],
      ['--one-file', 'traces/all.ndjson'],
    ]) {
      expect(run(`tsx src/run.ts ${mode} --broken ${mistake} ${options} --out traces`).output).toBe('');
      const { status, output } = judge(traces ?? '');
      expect(output).toContain(`${step} is no step that TwoPhase allows here`);
      expect(output).toContain(conjunct);
      expect(status).toBe(1);
    }
  });

  it('says in one line how it is run', patient, () => {
    const { status, output } = run('tsx src/run.ts --broken everything');
    expect(output).toMatch(/^usage: run\.ts [^\n]*\n$/);
    expect(status).toBe(2);
  });

  it('has generated tests, a property test and a coverage gate, which pass', patient, () => {
    const { status, output } = run('vitest run');
    expect(output).toMatch(/^ +Tests {2}9 passed \(9\)$/m);
    expect(status).toBe(0);
  });

  describe('in the CI job', () => {
    const job = readFileSync(join(root, 'examples/ci/conformance.yml'), 'utf8');
    const commands = Array.from(job.matchAll(/^ +(?:- )?run: (?:>-\n((?: {10}.*\n)+)|(.*)\n)/gm), (match) =>
      (match[1] ?? match[2] ?? '').replaceAll(/ # <-|\n/g, ' ').trim(),
    );
    const [install, tests, start = '', check = ''] = commands;
    const there = { GITHUB_ACTIONS: 'true' };
    const clean = (): unknown => run('rm -rf traces conformance.*');

    it('is installed, run and judged', () => {
      expect(install).toBe('npm install');
      expect(start).toMatch(/^npx tsx /);
      expect(check).toMatch(/^npx synod validate /);
      expect(tests).toBe('npx vitest run');
      expect(commands).toHaveLength(4);
    });

    it('passes', patient, () => {
      clean();
      expect(run(start, there).status).toBe(0);
      const { status, output } = run(check, there);
      expect(output).not.toContain('::error');
      expect(status).toBe(0);
    });

    it('fails with an annotation, a report and a page', patient, () => {
      clean();
      expect(run(`${start} --broken hasty-coordinator`, there).status).toBe(0);
      const { status, output } = run(check, there);
      expect(output).toMatch(/^::error file=traces\/coordinator\.ndjson,line=5[,:].*Decide\(commit\)/m);
      expect(status).toBe(1);
      for (const [file, text] of [
        ['conformance.xml', '<failure'],
        ['conformance.html', '<html'],
      ] as const) {
        expect(run(`cat ${file}`).output).toContain(text);
        expect(job).toContain(file);
      }
    });
  });
});

const python = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']).status === 0;
const lacking = python ? '' : ' (skipped: there is no python3, 3.9 or later)';

describe.skipIf(!python)(`Paxos, in Python,${lacking}`, () => {
  const { run, clear, folder } = desk(join(root, 'examples/python-paxos'));
  const judge = () => run('synod validate --together traces/*.ndjson --model MCPaxosTiny --strict');
  afterAll(clear);

  it.each(['calm', 'overtaken', 'takeover', 'restart', 'alone'])('conforms: %s', patient, (scenario) => {
    const ran = run(`python3 run.py ${scenario}`);
    expect(ran.output).toMatch(/^ballot \d, prepare: promised by a1/);
    expect(ran.status).toBe(0);
    const { status, output } = judge();
    expect(output).toMatch(/ conforms$/m);
    expect(status).toBe(0);
  });

  it('conforms when both ballots run at once and messages are lost', patient, () => {
    for (let seed = 1; seed <= 3; seed++) {
      expect(run(`python3 run.py race --seed ${seed}`).status).toBe(0);
      expect(judge().output).toMatch(/ conforms$/m);
    }
  });

  it('goes on with the trace that it has after it was killed', patient, () => {
    run('python3 run.py restart');
    const trace = readFileSync(join(folder, 'traces/a1.ndjson'), 'utf8').trimEnd().split('\n');
    const seqs = trace.slice(1).map((line) => (JSON.parse(line) as { seq: number }).seq);
    expect(seqs).toEqual([0, 1]);
  });

  it('logs after a crash what was stored and not logged, and drops half a line', patient, () => {
    run('python3 run.py takeover');
    const file = join(folder, 'traces/a1.ndjson');
    const whole = readFileSync(file, 'utf8');
    run(`head -c -20 ${file} > half && mv half ${file}`);
    expect(readFileSync(file, 'utf8')).not.toBe(whole);
    const start = [
      'from pathlib import Path; from acceptor import Acceptor; from storage import File; from tracelog import Trace',
      "Acceptor('a1', Trace(Path('traces'), 'a1'), File(Path('traces/a1.json')))",
    ].join('; ');
    expect(run(`python3 -c "${start}"`)).toEqual({ status: 0, output: '' });
    expect(readFileSync(file, 'utf8')).toBe(whole);
  });

  it.each([
    ['overtaken', 'votes-below-promise', 'Phase2b(a1) is no step', 'false: m.bal >= maxBal[a] '],
    ['restart', 'forgets-promise', 'Phase1b(a1) is no step', 'false: m.bal > maxBal[a] '],
    ['takeover', 'hides-vote', 'Phase1b(a1) leads to no state that is as observed', '"mval":"None"'],
    ['takeover', 'ignores-votes', 'Phase2a(1, v2) is no step', 'false: m.mval = v '],
    ['alone', 'takes-any-majority', 'Phase2a(0, v1) is no step', 'false: m.acc = a '],
  ])('is caught: %s, %s', patient, (scenario, mistake, step, reason) => {
    expect(run(`python3 run.py ${scenario} --broken ${mistake}`).status).toBe(0);
    const { status, output } = judge();
    expect(output.split('\n')[0]).toContain(step);
    expect(output).toContain(reason);
    expect(status).toBe(1);
  });

  it.each([
    ['votes-below-promise', 'Phase2b(a1) is not possible, and the implementation does not refuse it'],
    ['forgets-promise', 'the implementation refuses Phase2b(a1), as it must, but is not as it was before'],
    ['hides-vote', 'leads to no state that is as the implementation shows: msgs'],
    ['ignores-votes', 'Phase2a(1, v1) is not possible, and the implementation does not refuse it'],
    ['takes-any-majority', 'Phase2a(0, v1) is not possible, and the implementation does not refuse it'],
  ])('is caught by generated tests alone: %s', patient, (mistake, reason) => {
    const drive = 'synod drive --model MCPaxosTiny -- python3 driven.py --restart';
    const { status, output } = run(`${drive} --broken ${mistake}`);
    expect(output).toContain(reason);
    expect(status).toBe(1);
  });

  it('takes every step, and refuses all others', { timeout: 300_000 }, () => {
    const { status, output } = run('synod drive --model MCPaxosTiny -- python3 driven.py --restart');
    expect(output).toContain('22,994 of the 22,994 steps');
    expect(output).toContain('25,378 steps that are not allowed were asked for and refused');
    expect(status).toBe(0);
  });

  it('has a scenario for each mistake that there is', () => {
    const { output } = run('python3 -c "import broken; print(*broken.ACCEPTORS, *broken.PROPOSERS)"');
    expect(output.trim().split(' ')).toHaveLength(5);
  });
});
