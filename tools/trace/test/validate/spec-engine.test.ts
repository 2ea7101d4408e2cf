import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Run, synod, withFolder } from '../synod.js';

const slow = { timeout: 60_000 };

/** A lock without bounds: a new client may ask at any time, so that its graph has no end. */
const module = `---- MODULE Queue ----
EXTENDS Naturals, Sequences
CONSTANT Most
VARIABLES queue, served
Init == queue = <<>> /\\ served = 0
Join(n) ==
  /\\ Len(queue) < Most
  /\\ queue' = Append(queue, n)
  /\\ UNCHANGED served
Serve ==
  /\\ queue # <<>>
  /\\ served' = served + Head(queue)
  /\\ queue' = Tail(queue)
Next == (\\E n \\in 1..3 : Join(n)) \\/ Serve
Waiting == Len(queue)
====
`;
const cfg = 'CONSTANT Most = 2\nINIT Init\nNEXT Next\n';

const good = [
  { trace: 1, spec: 'Queue', constants: { Most: 2 } },
  { action: 'Join', params: { n: 3 }, state: { queue: [3] } },
  { action: 'Join', params: { n: 1 }, derived: { Waiting: 2 } },
  { action: 'Serve', state: { served: 3 } },
];

/** Runs a command in a folder that has the specification and a trace. */
function run(
  args: (file: (name: string) => string) => readonly string[],
  { lines = good, text = module }: { lines?: readonly object[]; text?: string } = {},
): Run {
  let result: Run | undefined;
  withFolder((folder) => {
    const file = (name: string): string => join(folder, name);
    writeFileSync(file('Queue.tla'), text);
    writeFileSync(file('Queue.cfg'), cfg);
    writeFileSync(file('trace.ndjson'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    result = synod(args(file));
  });
  return result as Run;
}

const validate =
  (...more: readonly string[]) =>
  (file: (name: string) => string): readonly string[] => [
    'validate',
    file('trace.ndjson'),
    '--engine',
    'spec',
    '--spec',
    file('Queue.tla'),
    ...more,
  ];

describe('synod validate --engine spec', slow, () => {
  it('judges by a specification whose graph has no end, without an export', () => {
    const { status, stdout, stderr } = run(validate());
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(/Queue\.tla, compiled +3 +3 +spec +\S+ s +conforms/);
  });

  it('names the conjunct that is false from the text', () => {
    const third = { action: 'Join', params: { n: 1 } };
    const { status, stdout } = run(validate(), { lines: [...good.slice(0, 3), third] });
    expect(status).toBe(1);
    expect(stdout).toMatch(/Join\(1\) is no step that Queue allows here \(2 of 3 events match\)/);
    expect(stdout).toMatch(/false: Len\(queue\) < Most .*Queue\.tla:7/);
  });

  it('names it for parameters that no step has had', () => {
    const { stdout } = run(validate(), { lines: [good[0] as object, { action: 'Serve' }] });
    expect(stdout).toMatch(/false: queue # <<>> .*Queue\.tla:11/);
  });

  it('says what the state and the operators have otherwise', () => {
    const wrong = { action: 'Join', params: { n: 1 }, derived: { Waiting: 1 } };
    const { status, stdout } = run(validate(), { lines: [...good.slice(0, 2), wrong] });
    expect(status).toBe(1);
    expect(stdout).toMatch(/Waiting/);
  });

  it('takes --config and --cfg alike, and refuses two that differ', () => {
    const withFile = (option: string) => (file: (name: string) => string) => [
      ...validate()(file),
      option,
      file('Queue.cfg'),
    ];
    expect(run(withFile('--config')).status).toBe(0);
    expect(run(withFile('--cfg')).status).toBe(0);
    const { status, stderr } = run((file) => [...withFile('--cfg')(file), '--config', file('trace.ndjson')]);
    expect(status).toBe(2);
    expect(stderr).toBe('synod: --cfg and --config are the same: give one of them\n');
  });

  it.each<[string, { lines?: readonly object[]; text?: string }, readonly string[], RegExp]>([
    [
      'other constants',
      { lines: [{ trace: 1, spec: 'Queue', constants: { Most: 3 } }, ...good.slice(1)] },
      [],
      /constants\.Most: the trace has 3, and \S+ has 2/,
    ],
    ['another module', { lines: [{ trace: 1, spec: 'Stack' }, ...good.slice(1)] }, [], /is one of Stack/],
    [
      'an action that there is not',
      { lines: [good[0] as object, { action: 'Joyn', params: { n: 1 } }] },
      [],
      /: action: the specification has no action Joyn \(did you mean Join\?\)/,
    ],
    [
      'what the compiler does not take, by name',
      { text: module.replace('Serve ==\n', "Serve ==\n  /\\ ENABLED (queue' = <<>>)\n") },
      [],
      /^synod: \S+Queue\.tla:11:\d+: .*ENABLED/,
    ],
    [
      'a rule of TLA+ that is broken on the way, with its place',
      { text: module.replace('served + Head(queue)', 'served + Head(Tail(queue))') },
      [],
      /cannot be evaluated: .*/,
    ],
    [
      'a module that there is not',
      {},
      ['--spec', 'nowhere/Queue.tla'],
      /the module cannot be read: there is no such file/,
    ],
    ['a cfg that there is not', {}, ['--config', 'nowhere.cfg'], /nowhere\.cfg/],
    ['a graph beside it', {}, ['--graph', 'x.dot'], /--engine spec compiles the module/],
  ])('refuses %s in one line', (_, files, more, says) => {
    const { status, stderr } = run(validate(...more), files);
    expect(stderr).toMatch(says);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(status).toBe(2);
  });

  it('judges traces of the bundled models', () => {
    const { status, stdout } = synod(['validate', 'traces/executions/paxos.ndjson', '--engine', 'spec']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/MCPaxosTiny, compiled +7 +7 +spec/);
  });
});

describe('without a graph the module is compiled', slow, () => {
  const bounded = module.replace("served' = served + Head(queue)", "served' = Head(queue)");

  it.each<[string, readonly string[], RegExp]>([
    ['generate', ['--cover', 'actions'], /Join/],
    ['coverage', [], /1 trace/],
  ])('by synod %s', (command, more, says) => {
    const { status, stdout, stderr } = run(
      (file) => [
        command,
        ...(command === 'coverage' ? [file('trace.ndjson')] : []),
        '--spec',
        file('Queue.tla'),
        '--config',
        file('Queue.cfg'),
        ...more,
      ],
      { text: bounded },
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(says);
  });

  it('and --cfg alone is refused', () => {
    const { status, stderr } = run((file) => ['generate', '--cover', 'actions', '--cfg', file('Queue.cfg')]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/--cfg is for --spec or --graph/);
  });
});
