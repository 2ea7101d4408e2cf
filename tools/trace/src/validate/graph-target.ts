import { join } from 'node:path';
import type { ExplainGuards, Trace } from '@synod/conformance';
import { graphSpace, openGraph, refuseOtherConstants, validateTrace } from '@synod/conformance/judge';
import type { StateGraph } from '@synod/spec';
import { parseValue, type TlaValue } from '@synod/tla';
import { readManifest } from '@synod/tla/node';
import type { Model } from '../model.js';
import type { Project } from '../project.js';
import { verifyFreshness } from '../stale.js';
import type { KnownExports } from './known-export.js';
import type { Target } from './target.js';

/**
 * The states and steps that TLC exported for a bundled model.
 *
 * @param derived whether operators are asked for, which are in a file of their own
 * @param known if given, an export that was read before is not read again; one with its operators always is
 */
export async function modelGraphTarget(
  project: Project,
  model: Model,
  derived: boolean,
  known?: KnownExports,
): Promise<Target> {
  const { entry, system, constants } = model;
  const formals = new Map(
    system.actions.map(({ name, formals: names }) => [name, names.map((formal) => formal.name)]),
  );
  const { graph, operators } = await exportOf(project, model, derived, known);
  const space = graphSpace(graph, {
    parameters: true,
    formals,
    ...(operators === undefined ? {} : { operators }),
  });
  let guards: ExplainGuards | undefined;
  return {
    against: entry.name,
    warnings: [],
    space,
    graph,
    // To parse the module takes longer than to judge most traces.
    async prepare() {
      const { guardsFor } = await import('../explain.js');
      guards ??= (await guardsFor(project, entry.module))(constants, space);
    },
    judge(trace: Trace, options) {
      refuseOtherConstants(trace, constants, entry.name);
      return { validation: validateTrace(trace, space, options), guards };
    },
  };
}

type Operators = ReadonlyMap<string, (state: number) => TlaValue>;

async function exportOf(
  project: Project,
  model: Model,
  derived: boolean,
  known: KnownExports | undefined,
): Promise<{ graph: StateGraph; operators: Operators | undefined }> {
  if (derived) {
    const { committedExport } = await import('../tlc-export.js');
    const { graph, operators } = await committedExport(project, model);
    const named = operators.signatures.flatMap(({ name, formals }, index) =>
      formals.length > 0
        ? []
        : [[name, (state: number) => parseValue(operators.value(state, index))] as const],
    );
    return { graph, operators: new Map(named) };
  }
  const folder = join(project.traces, model.entry.name);
  const manifest = await readManifest(folder);
  await verifyFreshness(manifest, project);
  if (known === undefined) return { graph: (await openGraph(folder)).graph, operators: undefined };
  const { knownExport } = await import('./known-export.js');
  return { graph: await knownExport(folder, manifest, known), operators: undefined };
}
