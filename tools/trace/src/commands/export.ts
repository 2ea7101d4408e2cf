import { join } from 'node:path';
import { exportModel, findTlc } from '@synod/tlc';
import { openModel } from '../model.js';
import { number } from '../output/table.js';
import { exportPlan } from '../plan.js';
import { terminalProgress } from '../progress.js';
import { chooseModels, type Project } from '../project.js';

/**
 * `synod export [MODEL…]`: has TLC check each model and write down its states and steps, into `traces/tlc`.
 *
 * @returns the exit code
 */
export async function exportCommand(
  project: Project,
  names: readonly string[],
  options: { readonly out?: string },
): Promise<number> {
  const models = chooseModels(project, names, (model) => model.committed);
  const tlc = await findTlc({ log: (text) => console.error(`synod: ${text}`) });
  const out = options.out ?? project.traces;
  for (const entry of models) {
    const progress = terminalProgress();
    try {
      const plan = exportPlan(project, await openModel(project, entry));
      const onProgress = (text: string): void => progress(`${entry.name}: ${text}`);
      const { counts, tlc: used } = await exportModel(plan, join(out, entry.name), { tlc, onProgress });
      progress.done();
      console.log(`${entry.name}: ${number(counts.distinct)} states, exported with ${used.version}`);
    } finally {
      progress.done();
    }
  }
  return 0;
}
