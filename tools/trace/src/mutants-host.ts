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
    const model = await openModel(project, entry);
    return {
      name,
      module: entry.module,
      constants: model.constants,
      expected: await committedExport(project, model),
      async explain(verdict, system, url) {
        const damaged = { ...model, system, transcription: { ...model.transcription, url } };
        const explained = await explainDivergences(project, damaged, verdict);
        return explained.flatMap(({ conjuncts }) => conjuncts);
      },
    };
  },
};
