import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '@synod/conformance/vitest';
import { afterAll, expect, it } from 'vitest';
import { runInOneProcess } from '../src/in-one-process.ts';
import { rules } from '../src/protocol.ts';
import { model } from './model.ts';

const participants = ['p1', 'p2', 'p3'];
const folder = mkdtempSync(join(tmpdir(), 'two-phase-commit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs of the program: which participants are unable, and in which order messages arrive. */
const runs = Array.from({ length: 200 }, (_, seed) => {
  const out = join(folder, `${seed}`);
  mkdirSync(out);
  const unable = participants.filter((_, index) => (seed >> index) & 1);
  runInOneProcess({ participants, unable, rules, seed, out });
  return join(out, 'all.ndjson');
});

// The specification allows more than the program ever does: to abort for no reason, to receive a message twice.
it('takes a third of the steps by itself', () => {
  expect(runs).toCover(model, { actions: 100, states: 46, steps: 32 });
});
