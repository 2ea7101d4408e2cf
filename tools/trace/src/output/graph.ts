import type { GraphStatistics } from '@synod/conformance';
import type { Colours } from './colours.js';
import { number, plainTable } from './table.js';

/** How many figures of levels stand on a line. */
const levelsOnALine = 12;

/** The figures of a graph as tables for people. */
export function statisticsText(figures: GraphStatistics, colours: Colours): string {
  const { outDegree, inDegree, levels, actions, variables } = figures;
  const rows: [string, string][] = [
    ['states', count(figures.states)],
    ['initial states', count(figures.initial)],
    ['distinct labelled steps', count(figures.steps)],
    ['steps that change nothing', count(figures.selfLoops)],
    ['states without a step', count(figures.terminal)],
    ['depth', count(figures.depth)],
    ['strongly connected components', count(figures.components)],
    ['steps out of a state, at most', count(outDegree && outDegree.max)],
    ['steps into a state, at most', count(inDegree && inDegree.max)],
    ['steps of a state, on average', outDegree === null ? '–' : outDegree.mean.toFixed(2)],
  ];
  if ((figures.unreached ?? 0) > 0) rows.push(['states that no step leads to', count(figures.unreached)]);
  const parts = [plainTable(['graph', ''], rows, colours)];
  if (levels !== null) parts.push(levelsText(levels, colours));
  if (actions !== null && actions.length > 0) {
    const named = actions.map(({ action, steps }) => [action === '' ? '(no name)' : action, count(steps)]);
    parts.push(plainTable(['action', 'steps'], named, colours));
  }
  const values = variables.map((variable) => [variable.variable, count(variable.values)]);
  parts.push(plainTable(['variable', 'values'], values, colours));
  return parts.join('\n\n');
}

function levelsText(levels: readonly number[], colours: Colours): string {
  const lines: string[] = [];
  for (let start = 0; start < levels.length; start += levelsOnALine) {
    lines.push(
      `  ${levels
        .slice(start, start + levelsOnALine)
        .map(number)
        .join('  ')}`,
    );
  }
  return [colours.bold('states on each level, from the initial ones'), ...lines].join('\n');
}

function count(value: number | null): string {
  return value === null ? '–' : number(value);
}
