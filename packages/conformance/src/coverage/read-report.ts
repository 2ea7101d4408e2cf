import type { StateGraph } from '@synod/spec';
import { InputError, type Place } from '@synod/tla';
import { fieldText, shown } from '../trace/read/fields.js';
import { type Bits, bitsOfText } from './bits.js';
import { graphDigest } from './graph-digest.js';
import type { CoverageSets } from './report.js';
import { type ReadReport, reportSchema } from './report-schema.js';
import { actionsIn, countsOf, settled, type Tally } from './tally.js';

/** A report, and what its sets say. */
interface MergedReport {
  readonly report: ReadReport;
  readonly tally: Tally;
}

/**
 * Reads a coverage report of a graph.
 *
 * @param against what the graph is called for people
 * @throws InputError if it is damaged, of another version of the format, or of another graph
 */
export function readReport(json: unknown, graph: StateGraph, against: string, place: Place): MergedReport {
  const report = checkReport(json, place);
  if (report.graph !== graphDigest(graph)) {
    const message = `graph: this coverage was counted in another graph than ${against}: count it again there, or name the graph that it was counted in.`;
    throw new InputError('coverage-graph', message, place);
  }
  const tally = tallyOf(report.sets, graph, place);
  const counts = countsOf(tally, graph);
  for (const kind of ['actions', 'steps', 'states'] as const) {
    for (const field of ['total', 'taken', 'perhaps'] as const) {
      const [said, counted] = [report[kind][field], counts[kind][field]];
      if (said === counted) continue;
      const what = field === 'total' ? 'the graph has' : 'its sets have';
      throw damaged(`${kind}.${field}`, `is ${said}, and ${what} ${counted}`, place);
    }
  }
  return { report, tally };
}

function checkReport(json: unknown, place: Place): ReadReport {
  if (typeof json !== 'object' || json === null || !Object.hasOwn(json, 'coverage')) {
    const message =
      'this is no coverage report: that is an object with "coverage": 1, as synod coverage --json prints it.';
    throw new InputError('coverage-report', message, place);
  }
  const version = (json as { readonly coverage: unknown }).coverage;
  if (version !== 1) {
    const message = `coverage: this is format version ${shown(version)}; this program reads 1.`;
    throw new InputError('coverage-version', message, place);
  }
  const { success, data, error } = reportSchema.safeParse(json);
  if (success) return data;
  const [issue] = error.issues;
  if (issue === undefined) throw error;
  let found: unknown = json;
  for (const step of issue.path) found = (found as Record<PropertyKey, unknown> | undefined)?.[step];
  throw damaged(fieldText(issue.path), `${issue.message}; it is ${shown(found)}`, place);
}

function tallyOf(sets: CoverageSets, graph: StateGraph, place: Place): Tally {
  const bits = (name: 'stepsTaken' | 'stepsPerhaps' | 'statesTaken' | 'statesPerhaps'): Bits => {
    const [size, things] = name.startsWith('steps')
      ? [graph.targets.length, 'steps']
      : [graph.size, 'states'];
    const found = bitsOfText(sets[name], size);
    if (found === undefined) throw damaged(`sets.${name}`, `is no set of ${size} ${things} in base64`, place);
    return found;
  };
  const known = new Set(actionsIn(graph));
  const actions = (name: 'actionsTaken' | 'actionsPerhaps'): Set<string> => {
    const found = new Set(sets[name]);
    if (found.size < sets[name].length) throw damaged(`sets.${name}`, 'names an action twice', place);
    const other = sets[name].find((action) => !known.has(action));
    if (other === undefined) return found;
    throw damaged(`sets.${name}`, `names ${shown(other)}, which is no action of the graph`, place);
  };
  const tally: Tally = {
    stepsTaken: bits('stepsTaken'),
    stepsPerhaps: bits('stepsPerhaps'),
    statesTaken: bits('statesTaken'),
    statesPerhaps: bits('statesPerhaps'),
    actionsTaken: actions('actionsTaken'),
    actionsPerhaps: actions('actionsPerhaps'),
  };
  const counts = countsOf(tally, graph);
  const apart = countsOf(settled(tally), graph);
  for (const kind of ['actions', 'steps', 'states'] as const) {
    if (counts[kind].perhaps === apart[kind].perhaps) continue;
    throw damaged(`sets.${kind}Perhaps`, `has some of what ${kind}Taken has`, place);
  }
  return tally;
}

function damaged(field: string, what: string, place: Place): InputError {
  return new InputError('coverage-report', `${field} ${what}: count the coverage again.`, place);
}
