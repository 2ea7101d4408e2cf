import { InputError, type Json, type Place } from '@synod/tla';
import { type Pattern, wholePattern } from '../pattern.js';
import { readWhole } from '../read-pattern.js';
import type { Observation, Trace } from '../trace.js';
import { fieldStep, printable } from './fields.js';
import { traceOf } from './foreign-trace.js';
import { type ItfFile, placesOfStates, readItfFile } from './itf-file.js';

/**
 * Reads a trace in the Informal Trace Format: the first state is the initial one, and each further state an event
 * without action that observes all of it. A lasso has one event more, which returns.
 *
 * @throws InputError for what is not in that format
 */
export function readItf(text: string, file: string): Trace {
  const place: Place = { file };
  const itf = readItfFile(text, place);
  const variables = new Set(itf.vars.filter((name) => !isInstrument(name)));
  const left = new Set(itf.vars.filter(isInstrument));
  const places = placesOfStates(text, place);
  const observed = itf.states.map((state, index) => {
    const at = places[index] ?? place;
    checkNames(state, [...variables, ...(itf.params ?? [])], `states[${index}]`, at);
    return { state: observe(state, variables, `states[${index}]`, at), place: at };
  });
  const [initial = { state: new Map(), place }, ...later] = observed;
  const back = itf.loop === undefined ? undefined : observed[itf.loop];
  return traceOf({
    format: 'itf',
    spec: moduleOf(itf),
    constants: constantsOf(itf, initial.place),
    initial: initial.state,
    steps: [...later, ...(back === undefined ? [] : [back])].map((step) => ({
      action: undefined,
      parameters: undefined,
      ...step,
    })),
    place: initial.place,
    warnings:
      left.size === 0
        ? []
        : [
            `${file}: ${[...left].map(printable).join(', ')}: not compared, since Quint adds them to a trace.`,
          ],
  });
}

/** What Quint adds to the variables: which action it took, and how it chose. */
function isInstrument(name: string): boolean {
  return name.startsWith('mbt::');
}

function observe(
  state: ItfFile['states'][number],
  variables: ReadonlySet<string>,
  field: string,
  place: Place,
): Observation {
  return new Map(
    [...variables].map((name): [string, Pattern] => {
      if (!Object.hasOwn(state, name)) {
        throw new InputError('itf', `${field} lacks ${printable(name)}, which "vars" names.`, place);
      }
      const json = state[name] as Json;
      return [name, wholePattern(readWhole(json, fieldStep(field, name), place), json)];
    }),
  );
}

function checkNames(state: object, known: readonly string[], field: string, place: Place): void {
  const other = Object.keys(state).find(
    (name) => !name.startsWith('#') && !isInstrument(name) && !known.includes(name),
  );
  if (other === undefined) return;
  throw new InputError('itf', `${field} has ${printable(other)}, which "vars" does not name.`, place);
}

function constantsOf(
  { params = [], states: [first = {}] }: ItfFile,
  place: Place,
): ReadonlyMap<string, Json> {
  const given = params.filter((name) => Object.hasOwn(first, name));
  return new Map(
    given.map((name) => {
      const json = first[name] as Json;
      readWhole(json, fieldStep('states[0]', name), place);
      return [name, json];
    }),
  );
}

/**
 * The module, if the file names it: as `synod graph` does, or by the `.tla` that it comes from. By convention a name
 * that begins with MC is a model's, and says nothing of the module that it is a model of.
 */
function moduleOf({ '#meta': meta }: ItfFile): string | undefined {
  if (typeof meta !== 'object' || meta === null) return undefined;
  const { module, source } = meta as { readonly module?: unknown; readonly source?: unknown };
  if (typeof module === 'string' && module !== '') return module;
  if (typeof source !== 'string') return undefined;
  const name = /^(?:.*[\\/])?(\w+)\.tla$/s.exec(source)?.[1];
  return name === undefined || name.startsWith('MC') ? undefined : name;
}
