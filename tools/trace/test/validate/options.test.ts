import { InputError, describe as inWords } from '@synod/tla';
import { CommanderError } from 'commander';
import { describe, expect, it, vi } from 'vitest';
import { program } from '../../src/program.js';
import { slow, validate } from './bench.js';

/** What is said of options before anything is read. */
async function refusal(options: string): Promise<string> {
  try {
    const words = ['validate', 'trace.ndjson', ...options.split(' ')];
    await program(() => {}).parseAsync(words, { from: 'user' });
  } catch (error) {
    if (error instanceof InputError) return inWords(error);
    if (error instanceof CommanderError) return error.message;
    throw error;
  }
  return 'nothing';
}

describe('options', () => {
  it.each([
    ['--model M --graph g', 'give either --model or --graph, not both'],
    [
      '--graph g --engine model',
      '--engine model is for the bundled specifications: give --model instead of --graph',
    ],
    ['--model M --spec s.tla', '--spec is for a graph of your own: a bundled model has its module'],
    ['--model M --cfg s.cfg', '--cfg says how --spec or --graph was checked: name that too'],
    ['--model M --log l', '--log and --variables are for --graph'],
    ['--model M --variables x,y', '--log and --variables are for --graph'],
    ['--graph g --ballots 3', '--ballots is for --engine model: the others have the ballots of their model'],
    [
      '--model M --engine graph --ballots 3',
      '--ballots is for --engine model: the others have the ballots of their model',
    ],
    ['- - --model M', 'standard input (-) can be read only once'],
    ['other.ndjson --follow', '--follow takes one trace'],
    ['--together --follow', '--follow takes one trace'],
    [
      '--model M --follow --engine tlc',
      '--follow needs the engine graph, model or spec: TLC judges whole traces',
    ],
    [
      '--engine fast',
      "error: option '--engine <engine>' argument 'fast' is invalid. Allowed choices are graph, model, spec, tlc.",
    ],
    ['--ballots -1', "error: option '--ballots <n>' argument '-1' is invalid. it must be a whole number."],
    [
      '--max-frontier 1.5',
      "error: option '--max-frontier <n>' argument '1.5' is invalid. it must be a whole number.",
    ],
    [
      '--timeout 0',
      "error: option '--timeout <seconds>' argument '0' is invalid. it must be a number of seconds.",
    ],
    ['--grph g', "error: unknown option '--grph'\n(Did you mean --graph?)"],
  ])('%s', async (options, message) => {
    expect(await refusal(options)).toBe(message);
  });

  it('are refused in one line, with the exit code 2', slow, () => {
    const run = validate(['trace.ndjson', '--grph', 'g']);
    expect(run).toEqual({
      status: 2,
      stdout: '',
      stderr: "synod: unknown option '--grph' (Did you mean --graph?)\n",
    });
  });

  it('are all in the help, and a trace is needed', async () => {
    const written: string[] = [];
    const write = vi
      .spyOn(process.stdout, 'write')
      .mockImplementation((text) => written.push(String(text)) > 0);
    const shown = await refusal('--help').finally(() => write.mockRestore());
    expect(shown).toBe('(outputHelp)');
    const help = written.join('');
    for (const option of [
      '--together',
      '--suggest-hidden',
      '--max-frontier <n>',
      '--html <file>',
      '--strict',
    ]) {
      expect(help).toContain(`  ${option} `);
    }
    expect(help).toContain('exit code 0 conforms, 1 diverges');
    await expect(program(() => {}).parseAsync(['validate'], { from: 'user' })).rejects.toThrow(
      "missing required argument 'trace'",
    );
  });
});
