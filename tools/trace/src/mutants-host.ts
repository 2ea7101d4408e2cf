import type { Host } from '@synod/mutants';
import { explainDivergences } from './explain.js';
import { openModel } from './model.js';
import { chooseModels, openProject } from './project.js';
import { committedExport } from './tlc-export.js';

/** Where the mutants' workers get their models from. */
export const host: Host = {
  async model(folder, name) {
    const project = await openProject(folder);
    const [entry] = chooseModels(project, [name], () => false);
    if (entry === undefined) throw new Error(`no model was chosen for ${name}`);
    return {
      name,
      module: entry.module,
      expected: await committedExport(project, await openModel(project, entry)),
      async open(specification, url) {
        const model = await openModel(project, entry, { specification, url });
        return {
          system: model.system,
          async explain(divergence) {
            const explained = await explainDivergences(project, model, [divergence]);
            return explained.flatMap(({ conjuncts }) => conjuncts);
          },
        };
      },
    };
  },
};
