import { clusterOf } from '@synod/roles';
import {
  allFaults,
  deployed,
  type Protocol,
  readSchedule,
  replay,
  scheduleText,
  shrinkSchedule,
  simulate,
  traceOf,
} from '@synod/simulator';

const options = { cluster: clusterOf(['a1', 'a2', 'a3']), values: ['A', 'B'], faults: allFaults };

/** One execution: the same on every machine. */
const run = simulate(17, options);
export const learned: readonly string[] = run.learned.map(({ val }) => val);
export const trace: readonly string[] = traceOf(run);

/** Acceptors that forget their promises when they start again. */
const forgetful: Protocol = {
  ...deployed,
  node(id, cluster) {
    const role = deployed.node(id, cluster);
    return { ...role, restore: (state, r) => (r.type === 'promise' ? state : role.restore(state, r)) };
  },
};

/** The first seed that shows it, made small, saved, and replayed. */
export function findMistake(): string {
  for (let seed = 0; seed < 1000; seed += 1) {
    const failing = simulate(seed, { ...options, protocol: forgetful });
    if (failing.violations.length === 0) continue;
    const { schedule } = shrinkSchedule(failing, (one) => one.violations.length > 0, { protocol: forgetful });
    const file = scheduleText(schedule);
    const [violation] = replay(readSchedule(file), { protocol: forgetful }).violations;
    return `${schedule.moves.length} moves: ${violation?.message}`;
  }
  return 'not found';
}
