import type { Plan } from './plan.js';
import { printBound, printBounds, printDefinition, printIr } from './print.js';

/** The text of a plan, for people: a line for each step, branches indented. */
export function printPlan(plan: Plan, variables: readonly string[] = []): string {
  return linesOf(plan, variables).join('\n');
}

function linesOf(plan: Plan, variables: readonly string[]): readonly string[] {
  const ir = (inner: Parameters<typeof printIr>[0]): string => printIr(inner, variables);
  const variable = (index: number): string => variables[index] ?? `v${index}`;
  const lines = (inner: Plan): readonly string[] => linesOf(inner, variables);
  const indented = (inner: Plan): string[] => lines(inner).map((line) => `  ${line}`);
  switch (plan.step) {
    case 'when':
      return [`when ${ir(plan.condition)}`, ...lines(plan.then)];
    case 'assign':
      return [`assign ${variable(plan.variable)} := ${ir(plan.value)}`, ...lines(plan.then)];
    case 'assignFrom':
      return [`assign ${variable(plan.variable)} from ${ir(plan.set)}`, ...lines(plan.then)];
    case 'each':
      return [`each ${printBound(plan.bound, variables)}`, ...lines(plan.then)];
    case 'every':
      return [
        `every ${plan.id}: ${printBounds(plan.bounds, variables)}`,
        ...indented(plan.body),
        'then',
        ...lines(plan.then),
      ];
    case 'either':
      return plan.branches.flatMap((branch) => ['either', ...indented(branch)]);
    case 'branch':
      return [
        `if ${ir(plan.condition)}`,
        ...indented(plan.consequent),
        'else',
        ...indented(plan.alternative),
      ];
    case 'bind':
      return [
        ...plan.definitions.map((definition) => `bind ${printDefinition(definition, variables)}`),
        ...lines(plan.then),
      ];
    case 'join':
      return [...lines(plan.body), `join ${plan.id}:`, ...indented(plan.rest)];
    case 'goto':
      return [`goto ${plan.id}`];
    case 'successor':
      return [`successor${labelOf(plan, ir)}`];
    case 'incomplete':
    default: {
      const names = plan.variables.map(variable).join(', ');
      return [
        `incomplete${names === '' ? '' : ` ${names}`}${labelOf(plan, ir)}${plan.message === undefined ? '' : `: ${plan.message}`}`,
      ];
    }
  }
}

function labelOf(
  { label }: Extract<Plan, { step: 'successor' | 'incomplete' }>,
  ir: (inner: Parameters<typeof printIr>[0]) => string,
): string {
  if (label === undefined) return '';
  const { action, parameters } = label;
  return parameters.length === 0 ? ` ${action}` : ` ${action}(${parameters.map(ir).join(', ')})`;
}
