import type { Plan } from '../../lower/plan.js';

/** Whether a plan assigns nothing and goes on in one place only. */
export function isTest(plan: Plan, id: number): boolean {
  switch (plan.step) {
    case 'when':
    case 'each':
    case 'bind':
      return isTest(plan.then, id);
    case 'either':
      return plan.branches.every((branch) => isTest(branch, id));
    case 'branch':
      return isTest(plan.consequent, id) && isTest(plan.alternative, id);
    case 'every':
      return isTest(plan.then, id);
    case 'join':
      return isTest(plan.rest, id) && isTest(plan.body, plan.id);
    case 'goto':
      return plan.id === id;
    case 'assign':
    case 'assignFrom':
    case 'successor':
    case 'incomplete':
      return false;
  }
}
