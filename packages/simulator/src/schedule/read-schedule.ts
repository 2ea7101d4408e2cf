import { ScheduleError } from '../errors.js';
import type { Schedule } from '../run.js';
import { fieldsOf } from './fields.js';
import { readCluster } from './read-cluster.js';
import { readMove } from './read-move.js';
import { scheduleVersion } from './schedule-text.js';

const mostMoves = 1_000_000;

/**
 * Reads a schedule file, strictly.
 *
 * @throws ScheduleError for whatever is not in that format, with the line and the field
 */
export function readSchedule(text: string): Schedule {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const [first, ...rest] = lines;
  if (first === undefined || first.trim() === '') {
    throw new ScheduleError(
      'empty',
      'a schedule begins with {"schedule":1,"cluster":…}; here there is nothing.',
      1,
    );
  }
  if (rest.length > mostMoves) throw new ScheduleError('limit', `a schedule has at most ${mostMoves} moves.`);
  const header = fieldsOf(parse(first, 1), 1);
  if (!header.has('schedule')) {
    throw new ScheduleError(
      'version',
      'a schedule begins with {"schedule":1,"cluster":…}: this is no schedule.',
      1,
    );
  }
  const version = header.value('schedule');
  if (version !== scheduleVersion) {
    const known = `only version ${scheduleVersion} is known here`;
    throw new ScheduleError('version', `the schedule has version ${JSON.stringify(version)}; ${known}.`, 1);
  }
  const seed = header.has('seed') ? { seed: header.whole('seed', 0) } : {};
  const cluster = readCluster(header.object('cluster'), 1);
  header.end();
  const nodes = new Set([...cluster.acceptors, ...cluster.proposers, ...cluster.learners]);
  const moves = rest.map((line, at) => readMove(fieldsOf(parse(line, at + 2), at + 2), nodes, at + 2));
  return { cluster, moves, ...seed };
}

function parse(line: string, at: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new ScheduleError('json', 'this is no JSON; every line of a schedule is one object.', at);
  }
}
