import type { Path, Side, Sides, StateValues } from '@synod/conformance';
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
      const title = `${who(hasOf(divergence))} ${verb(hasOf(divergence), 'has', 'have')} an initial state that ${who(lacksOf(divergence))} ${verb(lacksOf(divergence), 'has', 'have')} not`;
      return {
        title,
        path: undefined,
        sides: [
          '  the state:',
          ...stateText(divergence.state),
          ...aloneText(hasOf(divergence), lacksOf(divergence)),
        ],
      };
    }
    case 'step':
      return stepSections(divergence);
    case 'operator':
      return operatorSections(divergence);
    case 'invariant':
      return {
        title: `the invariant ${divergence.invariant} does not hold in ${names[divergence.side ?? 'actual']} (in ${number(divergence.count)} states)`,
        path: divergence.path,
        sides: [],
      };
    case 'refinement':
      return refinementSections(divergence);
    case 'property':
      return propertySections(divergence);
  }
}

const names: { readonly [side in Side]: string } = {
  expected: 'TLC',
  compiled: 'the compiled text',
  actual: 'the code',
};

/** Who has something. Where two were compared, the other has not. */
function hasOf({ onlyIn, sides }: { readonly onlyIn: Side; readonly sides?: Sides }): readonly Side[] {
  return sides?.has ?? [onlyIn];
}

function lacksOf({ onlyIn, sides }: { readonly onlyIn: Side; readonly sides?: Sides }): readonly Side[] {
  return sides?.lacks ?? [onlyIn === 'expected' ? 'actual' : 'expected'];
}

/** `TLC and the compiled text` */
function who(sides: readonly Side[]): string {
  return sides.map((side) => names[side]).join(' and ');
}

function verb(sides: readonly Side[], one: string, several: string): string {
  return sides.length === 1 ? one : several;
}

/** Two against one, where the one is not the code: whose mistake it then seems to be. */
function aloneText(...groups: readonly (readonly Side[])[]): readonly string[] {
  const [one] = groups.find((group) => group.length === 1) ?? [];
  if (!groups.some((group) => group.length === 2)) return [];
  if (one === 'compiled')
    return ['  TLC and the code agree: it is the compiler that reads the module otherwise'];
  if (one === 'expected') return ['  the compiled text and the code agree: it is the export that is another'];
  return [];
}

function operatorSections(divergence: Extract<Explained['divergence'], { type: 'operator' }>): Sections {
  const { operator, count, path, expected, actual, compiled } = divergence;
  const differing: readonly Side[] = [
    ...(compiled === undefined || compiled === expected ? [] : (['compiled'] as const)),
    ...(actual === expected ? [] : (['actual'] as const)),
  ];
  const agreeing = (['expected', 'compiled', 'actual'] as const).filter(
    (side) => !differing.includes(side) && (side !== 'compiled' || compiled !== undefined),
  );
  const alone = differing.length === 2 && compiled !== actual ? [] : aloneText(agreeing, differing);
  return {
    title: `${operator} has another value in ${who(differing)} than in ${who(agreeing)} (in ${number(count)} states)`,
    path,
    sides: [
      `  ${labels.expected} ${expected}`,
      ...(compiled === undefined ? [] : [`  ${labels.compiled} ${compiled}`]),
      `  ${labels.actual} ${actual}`,
      ...alone,
    ],
  };
}

const labels: { readonly [side in Side]: string } = {
  expected: 'TLC:     ',
  compiled: 'the text:',
  actual: 'the code:',
};

function stepSections(divergence: Extract<Explained['divergence'], { type: 'step' }>): Sections {
  const { label, count, expectedTargets, compiledTargets, actualTargets, path } = divergence;
  const [has, lacks] = [hasOf(divergence), lacksOf(divergence)];
  const from = path.steps.at(-1)?.state ?? path.initial;
  const told = new Map<string, Side>();
  const side = (name: Side, targets: readonly StateValues[]): readonly string[] => {
    const lines =
      targets.length === 0
        ? [`${label.key} is not possible`]
        : targets.flatMap((target) => [`${label.key} leads to`, ...changesText(from, target)]);
    const same = told.get(lines.join('\n'));
    if (same !== undefined) return [`  ${labels[name]} the same as ${names[same]}`];
    told.set(lines.join('\n'), name);
    const [first, ...rest] = lines;
    return [
      `  ${labels[name]} ${first}`,
      ...rest.map((line) => (line.startsWith(label.key) ? `  ${labels[name]} ${line}` : line)),
    ];
  };
  return {
    title: `${label.key} is a step that ${who(has)} ${verb(has, 'takes', 'take')} and ${who(lacks)} ${verb(lacks, 'does', 'do')} not (${number(count)} such steps of ${label.action})`,
    path,
    sides: [
      ...side('expected', expectedTargets),
      ...(compiledTargets === undefined ? [] : side('compiled', compiledTargets)),
      ...side('actual', actualTargets),
      ...aloneText(has, lacks),
    ],
  };
}

function propertySections({
  property,
  label,
  target,
  path,
  count,
}: Extract<Explained['divergence'], { type: 'property' }>): Sections {
  const from = path.steps.at(-1)?.state ?? path.initial;
  const what = label === undefined ? 'an initial state' : label.key;
  return {
    title: `${what} is none of ${property}, in the compiled text (${number(count)} such)`,
    path,
    sides: target === undefined ? [] : ['  leads to', ...changesText(from, target)],
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
