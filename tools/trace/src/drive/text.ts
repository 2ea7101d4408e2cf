import type { DriveFailure, DriveReport } from '@synod/conformance';
import { type Colours, divergenceText, number } from '@synod/conformance/text';

/** How many of the graph's steps the implementation surely took. */
export interface StepsReached {
  readonly reached: number;
  readonly total: number;
}

/** What driving came to, for people. */
export function driveText(report: DriveReport, how: string, reached: StepsReached, colours: Colours): string {
  const { spec, against, behaviours, steps, refusals, left, failure } = report;
  const verdict = failure === undefined ? colours.green('conforms') : colours.red('diverges');
  const share = reached.total === 0 ? 100 : Math.floor((1000 * reached.reached) / reached.total) / 10;
  const lines = [
    `${spec === '' ? against : spec} (${against}): ${verdict}`,
    `  behaviours  ${number(behaviours)} ${how}`,
    `  steps       ${number(steps)} taken; ${number(reached.reached)} of the ${number(reached.total)} steps of the graph (${share} %)`,
    `  refusals    ${number(refusals)} steps that are not allowed were asked for and refused`,
    ...(left === 0
      ? []
      : [`  left        ${number(left)} behaviours, where another step with the same label was taken`]),
  ];
  return failure === undefined ? lines.join('\n') : `${failureText(failure, colours)}\n\n${lines.join('\n')}`;
}

/** A failure: what is wrong, the shortest way there, and why it is none of the specification's. */
function failureText(failure: DriveFailure, colours: Colours): string {
  const { message, labels, foundIn, report } = failure;
  const divergence = report && divergenceText(report, colours);
  const way =
    labels.length === 0
      ? ['  at the very beginning']
      : labels.map((label, i) => `  ${String(i + 1).padStart(String(labels.length).length)}  ${label}`);
  return [
    colours.bold(message),
    '',
    `The shortest way there (found in a behaviour of ${number(foundIn)} ${foundIn === 1 ? 'step' : 'steps'}):`,
    ...way,
    ...(divergence === undefined ? [] : ['', divergence]),
  ].join('\n');
}
