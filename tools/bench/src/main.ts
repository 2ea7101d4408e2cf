#!/usr/bin/env node
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, InputError } from '@synod/tla';
import { findTlc } from '@synod/tlc';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { alternate } from './measure/alternate.js';
import { resultJson } from './output/json.js';
import { machineText, thisMachine } from './output/machine.js';
import { writeInto } from './output/page.js';
import { resultMarkdown, resultTable } from './output/text.js';
import { resultOf } from './rows/result.js';
import { type Group, groups, type RowResult } from './rows/row.js';
import { rowsOf } from './rows/rows-of.js';

interface Options {
  readonly only: readonly Group[];
  readonly runs: number;
  readonly large: boolean;
  readonly json?: string;
  readonly write: boolean;
}

const root = resolve(fileURLToPath(new URL('../../..', import.meta.url)));

function count(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError('it is a number from 1 to 999.');
  return Number(text);
}

function groupsIn(text: string): readonly Group[] {
  const names = text.split(',');
  const unknown = names.find((name) => !(groups as readonly string[]).includes(name));
  if (unknown !== undefined) throw new InvalidArgumentError(`there are ${groups.join(', ')}.`);
  return names as Group[];
}

const program = new Command('bench')
  .description('Measures Synod as whole processes, beside TLC in the same run.')
  .addOption(
    new Option('--only <groups>', `of ${groups.join(', ')}`).argParser(groupsIn).default(groups, 'all'),
  )
  .addOption(new Option('--runs <n>', 'how often each side is run').argParser(count).default(3))
  .option('--no-large', 'without 4 ballots, of which TLC alone takes minutes')
  .option('--json <file>', 'also as JSON')
  .option('--write', 'put the table into docs/performance.md', false)
  .exitOverride();

process.exitCode = await main();

async function main(): Promise<number> {
  try {
    program.parse();
    return await bench(program.opts<Options>());
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    console.error(`bench: ${error instanceof InputError ? describe(error) : (error as Error).message}`);
    return 2;
  }
}

/** Exit code 1 if something that is wanted is not met. */
async function bench({ only, runs, large, json, write }: Options): Promise<number> {
  const tlc = await findTlc({ log: (text) => console.error(text) });
  const scratch = await mkdtemp(join(tmpdir(), 'synod-bench-'));
  const abort = new AbortController();
  const interrupt = (): void => abort.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    const results: RowResult[] = [];
    for (const row of await rowsOf(only, { root, scratch, tlc }, large)) {
      const tell = (side: string, run: number): void => console.error(`${row.work}: ${side}, run ${run}`);
      const { runs: own, againstRuns } = await alternate(row, runs, tell, abort.signal);
      results.push(resultOf(row, own, againstRuns));
    }
    const machine = thisMachine();
    console.log(`${machineText(machine)}\n\n${resultTable(results)}`);
    if (json !== undefined) await writeFile(json, resultJson(machine, results));
    if (write) {
      const page = `${machineText(machine)}\n\n${resultMarkdown(results)}`;
      await writeInto(join(root, 'docs', 'performance.md'), page);
    }
    return results.some(({ met }) => met === false) ? 1 : 0;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
