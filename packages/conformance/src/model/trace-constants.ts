import type { Constants } from '@synod/spec';
import { fromJson, InputError, type Json, key, modelValue, set, type TlaValue } from '@synod/tla';
import { didYouMean } from '../nearest.js';
import type { Trace } from '../trace/trace.js';

/**
 * The constants of an execution: those that its header gives, as values. Strings are model values, as in the cfg files
 * of the bundled models; an array may stand for a set, since no constant of theirs is a sequence.
 *
 * @throws InputError for a constant that the specification does not have
 */
export function headerConstants({ header }: Pick<Trace, 'header'>, names: readonly string[]): Constants {
  const constants: { [name: string]: TlaValue } = {};
  for (const [name, json] of header.constants) {
    if (!names.includes(name)) {
      const message = `constants.${name}: ${header.spec ?? 'the specification'} has no constant ${name}${didYouMean(name, names)}; it has ${names.join(', ')}.`;
      throw new InputError('unknown-constant', message, header.place);
    }
    constants[name] = constantOf(json, `constants.${name}`, header.place);
  }
  return constants;
}

function constantOf(json: Json, field: string, place: Trace['header']['place']): TlaValue {
  if (typeof json === 'string') return modelValue(json);
  if (isArray(json)) return set(json.map((element, i) => constantOf(element, `${field}[${i}]`, place)));
  if (typeof json === 'object' && json !== null && Object.keys(json).join() === '#set') {
    return constantOf(json['#set'] as Json, field, place);
  }
  try {
    return fromJson(json, { place });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.code, `${field}: ${error.message}`, place, { cause: error });
  }
}

/**
 * Refuses a trace whose constants are not those of what it is held against.
 *
 * @param against the model, for the message
 */
export function refuseOtherConstants(
  trace: Pick<Trace, 'header'>,
  constants: Constants,
  against: string,
): void {
  for (const [name, value] of Object.entries(headerConstants(trace, Object.keys(constants)))) {
    const there = constants[name] as TlaValue;
    if (key(value) === key(there)) continue;
    const message = `constants.${name}: the trace has ${key(value)}, and ${against} has ${key(there)}: choose the model it was recorded for, or --engine model, which takes the constants of the trace.`;
    throw new InputError('other-constants', message, trace.header.place);
  }
}

function isArray(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
