#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { describe, InputError, SynodError } from '@synod/tla';
import { CommanderError } from 'commander';
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
    console.error(`synod: ${error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ')}`);
    return 2;
  }
  if (error instanceof InputError) console.error(`synod: ${describe(error)}`);
  else if (error instanceof SynodError) console.error(`synod: ${error.message}`);
  else throw error;
  return 2;
}
