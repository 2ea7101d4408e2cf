import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isComplete, outcomeReader, SynodError } from '@synod/tla';
import { exitMeaning, runTlc, type Tlc } from '@synod/tlc';
import type { Project } from '../project.js';
import { dropping, type LiveModel } from './model.js';

/** What TLC says of a model's `Success`. */
export type TlcVerdict = {
  readonly exitCode: number;
  readonly seconds: number;
} & (
  | { readonly holds: true; readonly states: number }
  /** The number of states that its lasso has. */
  | { readonly holds: false; readonly length: number }
);

/**
 * Has TLC check a model with one conjunct dropped, or with none.
 *
 * @throws SynodError if TLC came to no verdict
 */
export async function tlcVerdict(
  tlc: Tlc,
  project: Project,
  model: LiveModel,
  dropped: string | undefined,
): Promise<TlcVerdict> {
  const folder = await mkdtemp(join(tmpdir(), 'synod-live-'));
  const start = performance.now();
  try {
    const cfg = join(folder, `${model.entry.name}.cfg`);
    await writeFile(cfg, dropping(model, dropped));
    const reader = outcomeReader();
    const exitCode = await runTlc({
      tlc,
      arguments: ['-tool', '-workers', '1', '-fp', '0', '-config', cfg, model.entry.name],
      cwd: project.specs,
      stdio: 'pipe',
      onLine: reader.line,
    });
    reader.end();
    const outcome = reader.outcome();
    const common = { exitCode, seconds: (performance.now() - start) / 1000 };
    if (isComplete(outcome, exitCode)) {
      return { ...common, holds: true, states: outcome.counts?.distinct ?? 0 };
    }
    if (exitCode !== 13) {
      const reason = outcome.errors[0]?.replaceAll(/\s+/g, ' ') ?? '';
      const what = `TLC could not check ${model.entry.name} (${exitMeaning(exitCode)})`;
      throw new SynodError('tlc-failed', reason === '' ? what : `${what}: ${reason}`);
    }
    // Only that it goes on for ever in its last state is said as if it were one more.
    const length = outcome.trace.filter((state) => !/^\d+: (Stuttering|Back to state)/.test(state)).length;
    return { ...common, holds: false, length };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
