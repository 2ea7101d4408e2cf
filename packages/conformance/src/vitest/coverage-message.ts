import type { CoverageCount, CoverageReport, MissingStep } from '../coverage/report.js';
import { rateText } from '../coverage/thresholds.js';
import { number } from '../trace/text/number.js';
import { shorten } from '../trace/text/wrap.js';

/** So many shortest behaviours are shown, each of so many characters. */
const [shownBehaviours, longest] = [5, 400];

/** What a suite exercised, for somebody who reads why a test failed. */
export function coverageMessage(report: CoverageReport, missed: readonly string[]): string {
  const { actions, steps, states, against, byAction, missing, traces } = report;
  const one = traces.length === 1;
  const suite = one ? 'the trace' : `the ${number(traces.length)} traces`;
  const enough = one ? 'covers' : 'cover';
  const tooLittle = one ? 'does not cover enough of' : 'do not cover enough of';
  const title = `${suite} ${missed.length === 0 ? enough : tooLittle}`;
  const never = byAction.filter(({ taken }) => !taken).map(({ action }) => action);
  const lines = missing.slice(0, shownBehaviours).map((step) => `  ${behaviourText(step)}`);
  const rest = missing.length - lines.length;
  return [
    `${title} ${against}`,
    ...missed.map((sentence) => `  ${sentence}`),
    '',
    rates('actions', actions),
    rates('steps', steps),
    rates('states', states),
    ...(never.length === 0 ? [] : [`actions never surely taken: ${never.join(', ')}`]),
    ...(lines.length === 0 ? [] : ['', 'shortest behaviours to a step of each action that was not taken:']),
    ...lines,
    ...(rest > 0 ? [`  and ${number(rest)} more`] : []),
  ].join('\n');
}

function rates(what: string, count: CoverageCount): string {
  const perhaps = count.perhaps > 0 ? `, and perhaps ${number(count.perhaps)} more` : '';
  return `${what}: ${number(count.taken)} of ${number(count.total)} (${rateText(count)})${perhaps}`;
}

function behaviourText({ behaviour, perhaps }: MissingStep): string {
  return `${shorten(behaviour.join(' → '), longest)}${perhaps ? ' (perhaps taken)' : ''}`;
}
