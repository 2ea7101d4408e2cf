import type { Path, StateValues } from '@synod/conformance';
import { changesText, conjunctText, stateText } from '@synod/conformance/text';
import type { Explained } from '../result.js';
import type { Colours } from './colours.js';

import { number } from './table.js';

/** How a divergence is told: what differs, the way there, the state, both sides, and the conjunct that decides. */
export function divergenceText(explained: Explained, colours: Colours): string {
  const { title, path, sides } = sections(explained.divergence);
  return [
    colours.bold(title),
    ...pathText(path),
    ...sides,
    ...explained.conjuncts.map((conjunct) => `  ${colours.bold('decides:')} ${conjunctText(conjunct)}`),
  ].join('\n');
}

interface Sections {
  readonly title: string;
  readonly path: Path | undefined;
  readonly sides: readonly string[];
}

function sections(divergence: Explained['divergence']): Sections {
  switch (divergence.type) {
    case 'initial': {
      const [has, lacks] = divergence.onlyIn === 'expected' ? ['TLC', 'the code'] : ['the code', 'TLC'];
      const title = `${has} has an initial state that ${lacks} has not`;
      return { title, path: undefined, sides: ['  the state:', ...stateText(divergence.state)] };
    }
    case 'step':
      return stepSections(divergence);
    case 'operator':
      return {
        title: `${divergence.operator} has another value than in TLC (in ${number(divergence.count)} states)`,
        path: divergence.path,
        sides: [`  TLC:      ${divergence.expected}`, `  the code: ${divergence.actual}`],
      };
    case 'invariant':
      return {
        title: `the invariant ${divergence.invariant} does not hold in the code (in ${number(divergence.count)} states)`,
        path: divergence.path,
        sides: [],
      };
    case 'refinement':
      return refinementSections(divergence);
  }
}

function stepSections(divergence: Extract<Explained['divergence'], { type: 'step' }>): Sections {
  const { label, onlyIn, count, expectedTargets, actualTargets, path } = divergence;
  const [has, lacks] = onlyIn === 'expected' ? ['TLC', 'the code'] : ['the code', 'TLC'];
  const from = path.steps.at(-1)?.state ?? path.initial;
  const side = (name: string, targets: readonly StateValues[]): readonly string[] =>
    targets.length === 0
      ? [`  ${name} ${label.key} is not possible`]
      : targets.flatMap((target) => [`  ${name} ${label.key} leads to`, ...changesText(from, target)]);
  return {
    title: `${label.key} is a step that ${has} takes and ${lacks} does not (${number(count)} such steps of ${label.action})`,
    path,
    sides: [...side('TLC:     ', expectedTargets), ...side('the code:', actualTargets)],
  };
}

function refinementSections(divergence: Extract<Explained['divergence'], { type: 'refinement' }>): Sections {
  const { above, refinement, label, count, mappedFrom, mappedTo } = divergence;
  if (label === undefined || mappedTo === undefined) {
    const title = `an initial state is none of ${above}, seen through ${refinement}`;
    return { title, path: divergence.path, sides: [`  in ${above}:`, ...stateText(mappedFrom)] };
  }
  return {
    title: `${label.key} is no step of ${above}, seen through ${refinement} (${number(count)} such steps)`,
    path: divergence.path,
    sides: [`  in ${above}, from`, ...stateText(mappedFrom), '  to', ...changesText(mappedFrom, mappedTo)],
  };
}

function pathText(path: Path | undefined): readonly string[] {
  if (path === undefined) return [];
  const last = path.steps.at(-1)?.state ?? path.initial;
  const steps = path.steps.map(({ label }, index) => `    ${index + 1}. ${label.key}`);
  const head =
    steps.length === 0
      ? ['  in the initial state']
      : [`  after ${steps.length} steps:`, ...steps, '  in the state'];
  return [...head, ...stateText(last)];
}
