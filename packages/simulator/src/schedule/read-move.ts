import { ScheduleError } from '../errors.js';
import type { MessageName, Move } from '../move.js';
import type { Fields } from './fields.js';

const moves = [
  'propose',
  'query',
  'deliver',
  'lose',
  'duplicate',
  'timeout',
  'sync',
  'crash',
  'restart',
] as const satisfies readonly Move['move'][];

/** @param nodes those that there are */
export function readMove(fields: Fields, nodes: ReadonlySet<string>, line: number): Move {
  const read = readKind(fields, nodes, line);
  fields.end();
  return read;
}

function readKind(fields: Fields, nodes: ReadonlySet<string>, line: number): Move {
  const move = fields.oneOf('move', moves);
  const of = (name: string): string => {
    const node = fields.text(name);
    if (nodes.has(node)) return node;
    throw new ScheduleError('field', `${name} is ${JSON.stringify(node)}, and there is no such node.`, line);
  };
  switch (move) {
    case 'propose':
      return { move, node: of('node'), value: fields.text('value'), ...chance(fields, line) };
    case 'query':
      return { move, node: of('node'), ...chance(fields, line) };
    case 'deliver':
      return { move, ...messageName(fields, of), ...chance(fields, line) };
    case 'lose':
    case 'duplicate':
      return { move, ...messageName(fields, of) };
    case 'timeout': {
      const node = of('node');
      return { move, node, of: fields.oneOf('of', ['proposer', 'learner']), ...chance(fields, line) };
    }
    case 'crash': {
      const node = of('node');
      const kept = fields.has('kept') ? { kept: fields.whole('kept', 0) } : {};
      const between = fields.has('between') ? { between: fields.oneOf('between', ['ledger', 'trace']) } : {};
      return { move, node, ...kept, ...between };
    }
    case 'sync':
    case 'restart':
      return { move, node: of('node') };
  }
}

function messageName(fields: Fields, of: (name: string) => string): MessageName {
  const name = { from: of('from'), to: of('to'), type: fields.text('type') };
  return fields.has('bal') ? { ...name, bal: fields.whole('bal', 0) } : name;
}

function chance(fields: Fields, line: number): { readonly chance?: number } {
  if (!fields.has('chance')) return {};
  const drawn = fields.amount('chance');
  if (drawn < 1) return { chance: drawn };
  throw new ScheduleError('field', `chance must be from 0 up to 1 (excluded), and is ${drawn}.`, line);
}
