import type { Found, ProtocolReport, ProtocolResult, Trial } from '@synod/mutants';
import type { Colours } from './colours.js';
import { number, plainTable } from './table.js';

/** What of an event does not match, for people. */
const kinds: Readonly<Record<NonNullable<Trial['validation']>['kind'], string>> = {
  init: 'initial state contradicted',
  action: 'action not possible',
  parameters: 'parameters not possible',
  observation: 'observation contradicted',
};

/** One mistake: what it is, what gave it away, and after how many runs. */
export function protocolMutantText(
  { mistake, outcome, trial, witness }: ProtocolResult,
  colours: Colours,
): string {
  const head = [`${colours.bold(mistake.id)}  ${mistake.scenario.name}`, `  ${mistake.mistake}`];
  switch (outcome) {
    case 'caught':
      return [...head, ...checksText(trial)].join('\n');
    case 'survived':
      return [...head, `  ${colours.red('survives')} ${runsText(trial.runs)}`].join('\n');
    case 'stale':
      return [
        ...head,
        `  ${colours.red('is caught, and there is a proof that it is not')}:`,
        ...checksText(trial),
      ].join('\n');
    case 'refuted':
      return [
        ...head,
        `  ${colours.red('its witness refutes its proof')}: ${witness?.difference ?? ''}`,
      ].join('\n');
    case 'hidden': {
      const compared =
        witness === undefined ? '' : `; the same as deployed in ${number(witness.tried)} cases`;
      const proof = 'proof' in mistake ? mistake.proof : '';
      return [
        ...head,
        `  cannot be caught: ${proof}`,
        `  accepted in ${runsText(trial.runs)}${compared}`,
        ...ownChecks(trial),
      ].join('\n');
    }
  }
}

function checksText(trial: Trial): readonly string[] {
  const { validation, violations, runs } = trial;
  const byTrace =
    validation === undefined
      ? [`  validation: accepts ${runsText(runs)}`]
      : [
          `  validation, run ${validation.seed}: ${kinds[validation.kind]}: ${validation.sentence}`,
          ...validation.decides.map(({ text, file, line }) => `    false: ${text} (${file}:${line})`),
        ];
  const { agreement, validity } = violations;
  const none = agreement === undefined && validity === undefined;
  const silent = none ? [`  agreement alone: nothing in ${runsText(runs)}`] : [];
  return [
    ...byTrace,
    ...told('agreement', agreement),
    ...told('validity', validity),
    ...silent,
    ...ownChecks(trial),
  ];
}

function runsText(runs: number): string {
  return `${number(runs)} ${runs === 1 ? 'run' : 'runs'}`;
}

function told(name: string, found: Found | undefined): readonly string[] {
  return found === undefined ? [] : [`  ${name}, run ${found.seed}: ${found.sentence}`];
}

/** What the simulator compares with the nodes' memory and ledgers, which no trace shows. */
function ownChecks({ violations }: Trial): readonly string[] {
  const { durability, refinement, crash } = violations;
  return Object.entries({ durability, refinement, crash }).flatMap(([name, found]) =>
    found === undefined ? [] : [`  simulator, ${name}, run ${found.seed}: ${found.sentence}`],
  );
}

/** How many mistakes were given away by what, and one line that says how it ended. */
export function protocolSummary({ results, deployed, seconds }: ProtocolReport, colours: Colours): string {
  const counts = new Map<string, number>();
  for (const result of results) counts.set(catcher(result), (counts.get(catcher(result)) ?? 0) + 1);
  const rows = [...counts].map(([by, count]) => [by, number(count)]);
  const caught = results.filter(({ outcome }) => outcome === 'caught');
  const most = Math.max(0, ...caught.map(({ trial }) => trial.validation?.seed ?? trial.runs));
  const alone = caught.filter(({ trial: { violations } }) => violations.agreement ?? violations.validity);
  const bad = results.filter(({ outcome }) => outcome !== 'caught' && outcome !== 'hidden');
  const runs = deployed.reduce((sum, { trial }) => sum + trial.runs, 0);
  const wrong = deployed.filter(({ isAccepted }) => !isAccepted);
  return [
    plainTable(['caught by', 'mistakes'], rows, colours),
    `agreement or validity alone would have caught ${number(alone.length)} of ${number(caught.length)}, in as many runs as are shown`,
    `the protocol without mistakes: ${runsText(runs)} in ${number(deployed.length)} ${deployed.length === 1 ? 'cluster' : 'clusters'}, ${wrong.length === 0 ? 'all accepted' : 'not all accepted'}`,
    ...wrong.flatMap(({ scenario, trial }) => [`  ${colours.red(scenario.name)}:`, ...checksText(trial)]),
    `${number(results.length)} ${results.length === 1 ? 'mistake' : 'mistakes'}, ${number(bad.length)} of them not caught, the others within ${runsText(most)}, in ${seconds.toFixed(0)} s`,
  ].join('\n');
}

function catcher({ outcome, trial: { validation } }: ProtocolResult): string {
  switch (outcome) {
    case 'caught':
      return validation === undefined ? 'agreement or validity' : `validation: ${kinds[validation.kind]}`;
    case 'hidden':
      return 'nothing, as is proved';
    case 'survived':
      return 'nothing';
    case 'stale':
      return 'a check, though there is a proof that none can';
    case 'refuted':
      return 'nothing, and the proof is wrong';
  }
}
