import { compareGraphs, compareOperators } from '@synod/conformance';
import { readManifest } from '@synod/tla/node';
import type { Model } from './model.js';
import { readExport } from './tlc-export.js';

/**
 * Whether two exports of a model say the same. Those of one TLC are the same bytes; those of two are compared
 * state by state, since each prints in an order of its own.
 *
 * @returns what differs, or undefined
 */
export async function compareExports(
  committed: string,
  fresh: string,
  model: Model,
): Promise<string | undefined> {
  const [old, anew] = [await readManifest(committed), await readManifest(fresh)];
  if (old.tlc.jar === anew.tlc.jar) {
    const file = (['steps.dot', 'states.txt'] as const).find(
      (name) => old.files[name].sha256 !== anew.files[name].sha256,
    );
    if (file !== undefined)
      return `${file} is not what TLC writes now; run "synod export ${model.entry.name}"`;
  }
  const [expected, actual] = [await readExport(committed, old, model), await readExport(fresh, anew, model)];
  const { divergences, paths, same } = compareGraphs(expected.graph, actual.graph);
  if (divergences.length > 0) return 'TLC finds other states or steps now than those committed';
  const [first] = compareOperators(expected.graph, paths, same, expected.operators, actual.operators);
  return first && `TLC finds another value of ${first.operator} now than the one committed`;
}
