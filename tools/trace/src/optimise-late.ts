import { setFlagsFromString } from 'node:v8';

/** V8 counts bytecode that has run up to Node 20, calls since; either is about seven times what it is by default. */
const later = process.versions.node.startsWith('20.')
  ? '--interrupt-budget=500000'
  : '--invocation-count-for-turbofan=20000';

/**
 * Lets V8 optimise a function only when it has run for long, and inline less. For programs of seconds in which much
 * code runs a little, as `check`: by default half of the processors' time went to optimising what was soon over, on
 * cores on which the work itself waited. To be called before workers are started, for the whole process.
 */
export function optimiseLate(): void {
  setFlagsFromString(later);
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=300');
}
