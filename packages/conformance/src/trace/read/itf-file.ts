import { InputError, type Json, type Place } from '@synod/tla';
import * as z from 'zod';
import { checkFields } from './fields.js';
import { elements, linesOf, members } from './scan-json.js';

/** A file in the Informal Trace Format, its shape checked, its values not. */
export interface ItfFile {
  readonly '#meta'?: unknown;
  /** Quint names some of them twice. */
  readonly vars: readonly string[];
  /** Constants, whose values stand in the first state. */
  readonly params?: readonly string[] | undefined;
  readonly states: readonly { readonly [name: string]: unknown }[];
  /** For a lasso: the index of the state that follows the last one. */
  readonly loop?: number | undefined;
}

const name = z.string('must be a name, in quotes').min(1, 'must not be empty');
const schema: z.ZodType<ItfFile> = z.looseObject(
  {
    vars: z.array(name, 'must be an array of names').min(1, 'must not be empty'),
    params: z.array(name, 'must be an array of names').optional(),
    states: z
      .array(z.record(z.string(), z.unknown(), 'must be an object'), 'must be an array of states')
      .min(1, 'must not be empty'),
    loop: z.int('must be the index of a state').min(0, 'must be the index of a state').optional(),
  },
  'must be an object',
);

/**
 * Reads the shape of such a file.
 *
 * @throws InputError that names the field which is wrong
 */
export function readItfFile(text: string, place: Place): ItfFile {
  const file = checkFields(parse(text, place), schema, { what: 'the trace', known: [], place });
  if (file.loop === undefined || file.loop < file.states.length) return file;
  const message = `loop must be the index of a state, of which there are ${file.states.length}; it is ${file.loop}.`;
  throw new InputError('trace-field', message, place);
}

function parse(text: string, place: Place): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    const position = /position (\d+)/.exec(cause instanceof Error ? cause.message : '')?.[1];
    const [line] = position === undefined ? [] : linesOf(text, [Number(position)]);
    throw new InputError('json', 'this is not JSON, or it was cut.', { ...place, line }, { cause });
  }
}

/** The places of the states in the file that has this text. */
export function placesOfStates(text: string, { file }: Place): readonly Place[] {
  const states = members(text).findLast((member) => member.name === 'states');
  const lines = linesOf(text, elements(text, states?.at ?? text.length));
  return lines.map((line) => ({ file, line }));
}
