#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { describe, InputError, SynodError } from '@synod/tla';
import { CommanderError } from 'commander';
import { asksForJson, failureJson } from './output/failure-json.js';
import { program } from './program.js';

// V8 compiles WebAssembly that runs a while a second time, better and much more slowly. For the grammar of TLA+, whose lexer is
// one function of thousands of states, that takes longer than all parsing does, and a processor that others need.
setFlagsFromString('--no-wasm-tier-up');
setFlagsFromString('--no-wasm-dynamic-tiering');

// A reader that has seen enough, such as `head`, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  console.error(`synod: standard output cannot be written: ${error.message}`);
  process.exit(2);
});

const isJson = asksForJson(process.argv.slice(2));
let isPrinted = false;
if (isJson) {
  const { stdout } = process;
  const write = stdout.write.bind(stdout);
  stdout.write = ((...given: Parameters<typeof write>) => {
    isPrinted = true;
    return write(...given);
  }) as typeof write;
}

try {
  await program((exitCode) => {
    process.exitCode = exitCode;
  }).parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** Says what is wrong in one line; anything but a user's mistake is a defect and keeps its stack. */
function report(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    // Called with no command: the help has been shown.
    if (error.code === 'commander.help') return 2;
    return fail(error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' '));
  }
  if (error instanceof InputError) return fail(describe(error));
  if (error instanceof SynodError) return fail(error.message);
  throw error;
}

function fail(message: string): number {
  console.error(`synod: ${message}`);
  // A result that was printed stands alone.
  if (isJson && !isPrinted) console.log(failureJson(message));
  return 2;
}
