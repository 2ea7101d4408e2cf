import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { slow } from '../validate/bench.js';
import { dumpOf, edge, generateBench } from './bench.js';

const { folder, write, files, run } = generateBench();
write('line.dot', dumpOf(2, 1, [edge(0, 1, 'A')]));
write('still.dot', dumpOf(2, 2, []));
write('stuck.dot', dumpOf(3, 1, [edge(1, 2, 'A')]));
write('trace.ndjson', '{"trace":1,"spec":"A"}\n{"action":"A"}\n');
mkdirSync(join(folder, 'used'));
write('used/notes.txt', 'mine');

const line = ['--graph', 'line.dot', '--cover', 'steps'];

describe('bad input is exit code 2 with one line', () => {
  it.each<[string, readonly string[], string | RegExp]>([
    ['nothing to cover named', ['--graph', 'line.dot'], /--cover <what>' not specified/],
    [
      'something else to cover',
      ['--graph', 'line.dot', '--cover', 'paths'],
      /Allowed choices are actions, states, steps/,
    ],
    [
      'no graph',
      ['--cover', 'steps'],
      /^behaviours are made of a graph: give --model NAME .* --graph FILE .* or --spec FILE/,
    ],
    ['a model and a graph', [...line, '--model', 'MCPaxosTiny'], 'give either --model or --graph, not both'],
    [
      'a model that is not there',
      ['--cover', 'steps', '--model', 'MCPaxosTinny'],
      /did you mean MCPaxosTiny\?$/,
    ],
    [
      'a model without an export',
      ['--cover', 'steps', '--model', 'MCPaxosSmall'],
      'the export of MCPaxosSmall, which behaviours are made of, is not kept: have TLC write it with "synod export MCPaxosSmall --out DIR", then give --graph DIR/MCPaxosSmall instead of --model',
    ],
    [
      'a module for a bundled model',
      ['--cover', 'steps', '--model', 'MCPaxosTiny', '--spec', 'A.tla'],
      /are for a specification of your own/,
    ],
    ['a graph that is not there', ['--graph', 'gone.dot', '--cover', 'steps'], /^gone\.dot: /],
    ['a graph that is a trace', ['--graph', 'trace.ndjson', '--cover', 'steps'], /^trace\.ndjson/],
    [
      'a graph without steps',
      ['--graph', 'still.dot', '--cover', 'states'],
      'still.dot: nothing can be generated: the graph has no steps',
    ],
    [
      'a graph whose steps cannot be reached',
      ['--graph', 'stuck.dot', '--cover', 'steps'],
      'stuck.dot: nothing can be generated: no step begins in an initial state of the graph',
    ],
    ['no length', [...line, '--max-length', '0'], /--max-length.* a whole number from 1 up/],
    ['half a length', [...line, '--max-length', '1.5'], /--max-length.* a whole number from 1 up/],
    [
      'other variables',
      [...line, '--out', 'new', '--observe', 'some'],
      /Allowed choices are all, changed, none/,
    ],
    [
      'variables for no traces',
      [...line, '--observe', 'all'],
      '--observe says what traces have: name the folder for them with --out',
    ],
    [
      'a folder that is used',
      [...line, '--out', 'used'],
      'used: the folder must be new or empty, and notes.txt is in it: name another one with --out, or remove it',
    ],
    [
      'a file as a folder',
      [...line, '--out', 'line.dot'],
      'line.dot: --out takes a folder, and this is a file',
    ],
    [
      'a folder in a file',
      [...line, '--out', 'line.dot/new'],
      /^line\.dot\/new: The folder cannot be written: ENOTDIR/,
    ],
  ])('%s', slow, (_, args, message) => {
    const before = files('.');
    const { status, stdout, stderr } = run('generate', ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^(synod: warning: [^\n]*\n)*synod: [^\n]*\n$/);
    const said = (stderr.trimEnd().split('\n').at(-1) ?? '').slice('synod: '.length);
    const isSaid = typeof message === 'string' ? said === message : message.test(said);
    expect(isSaid, said).toBe(true);
    expect(files('.')).toEqual(before);
    expect(files('used')).toEqual(['notes.txt']);
  });
});
