import { signatures } from '@synod/conformance';
import type { TransitionSystem } from '@synod/spec';
import { key, product } from '@synod/tla';
import type { ExportPlan } from '@synod/tlc';
import type { Model } from './model.js';
import type { Project } from './project.js';

/** What TLC is to export of a model: every action with every choice of parameters, and every operator. */
export function exportPlan(project: Project, { entry, system, steps }: Model): ExportPlan {
  return {
    model: entry.name,
    specsFolder: project.specs,
    module: entry.module,
    variables: system.variables,
    instances: steps ? instancesOf(system) : [],
    operators: signatures(system),
    expected: { distinct: entry.distinct, generated: entry.generated, depth: entry.depth },
  };
}

function instancesOf({ actions }: TransitionSystem): ExportPlan['instances'] {
  return actions.flatMap(({ name, formals }) =>
    Array.from(product(formals.map(({ domain }) => domain)), (parameters) => ({
      action: name,
      parameters: parameters.map(key),
    })),
  );
}
