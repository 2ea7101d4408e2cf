import { InputError } from '@synod/tla';
import type { TraceEvent, TraceOrder } from '../trace.js';
import { shown } from './fields.js';

/**
 * Checks that an event has what the order of its trace needs.
 *
 * @throws InputError that names what is missing or wrong
 */
export function checkOrder(event: TraceEvent, order: TraceOrder): void {
  if (order === 'total') return;
  const fields = order === 'clock' ? (['process', 'seq', 'clock'] as const) : intervalFields;
  const missing = fields.find((field) => event[field] === undefined);
  const fail = (message: string): never => {
    throw new InputError('trace-order', message, event.place);
  };
  if (missing !== undefined) fail(`${missing}: with "order": "${order}", every event needs ${list(fields)}.`);
  const { process = '', clock, start = 0, end = 0 } = event;
  if (order === 'clock' && clock?.has(process) !== true) {
    fail(`clock: it lacks the entry of the process that logged the event, ${shown(process)}.`);
  }
  if (order === 'interval' && start > end) fail(`start: ${start} is after "end", which is ${end}.`);
}

const intervalFields = ['process', 'seq', 'start', 'end'] as const;

function list(fields: readonly string[]): string {
  return `${fields.slice(0, -1).join(', ')} and ${fields.at(-1)}`;
}
