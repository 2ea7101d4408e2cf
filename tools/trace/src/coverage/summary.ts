import type { ActionCoverage, CoverageReport, CoveredTrace } from '@synod/conformance';
import { number } from '@synod/conformance/text';

/** What is known of an action beside how many of its steps were taken; nothing where that says all. */
export function actionNote({ action, steps, taken }: ActionCoverage, { sets }: CoverageReport): string {
  if (taken) return steps.taken === 0 && steps.total > 0 ? 'taken, not known which step' : '';
  return steps.perhaps > 0 || sets.actionsPerhaps.includes(action) ? 'perhaps taken' : 'never taken';
}

/** Whether an execution conforms, and took no step that those before it had not. */
export function addsNothing({ verdict, fresh }: CoveredTrace): boolean {
  return verdict === 'conforms' && fresh === 0;
}

/** `12 traces: 9 conform, 2 diverge, 1 could not be told of; 3 of those that conform add no step`. */
export function tracesText(traces: readonly CoveredTrace[]): string {
  const count = (verdict: CoveredTrace['verdict']): number =>
    traces.filter((trace) => trace.verdict === verdict).length;
  const [conforming, diverging, untold] = [count('conforms'), count('diverges'), count('could not tell')];
  const parts = [`${number(conforming)} ${conforming === 1 ? 'conforms' : 'conform'}`];
  if (diverging > 0) parts.push(`${number(diverging)} ${diverging === 1 ? 'diverges' : 'diverge'}`);
  if (untold > 0) parts.push(`${number(untold)} could not be told of`);
  const useless = traces.filter(addsNothing).length;
  const added =
    useless === 0
      ? 'each of those that conform adds a step'
      : `${number(useless)} of those that conform ${useless === 1 ? 'adds' : 'add'} no step to those before`;
  return `${number(traces.length)} ${traces.length === 1 ? 'trace' : 'traces'}: ${parts.join(', ')}; ${added}`;
}
