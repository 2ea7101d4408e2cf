import type { Cover, Generated, Uncovered } from '@synod/conformance';
import type { GenerateCommandOptions } from './options.js';
import type { Source } from './source.js';

/** What was generated, in figures. */
export interface Figures {
  /** The graph. */
  readonly against: string;
  readonly spec: string;
  readonly cover: Cover;
  readonly maxLength?: number;
  readonly total: number;
  readonly covered: number;
  readonly behaviours: number;
  readonly events: number;
  /** Steps of the longest behaviour. */
  readonly longest: number;
  readonly bound: Generated['bound'];
  /** Events for each one of the lower bound. */
  readonly ratio: number;
  readonly uncovered: readonly Uncovered[];
  /** The folder that was written. */
  readonly out?: string;
}

export function figuresOf(
  { name, spec }: Source,
  { behaviours, events, total, covered, bound, uncovered }: Generated,
  { cover, maxLength, out }: GenerateCommandOptions,
): Figures {
  return {
    against: name,
    spec,
    cover,
    ...(maxLength === undefined ? {} : { maxLength }),
    total,
    covered,
    behaviours: behaviours.length,
    events,
    longest: behaviours.reduce((most, { steps }) => Math.max(most, steps.length), 0),
    bound,
    // All there is to visit may be where behaviours begin.
    ratio: bound.events === 0 ? 1 : events / bound.events,
    uncovered,
    ...(out === undefined ? {} : { out }),
  };
}

/** The figures for a program. A step is its label, and the numbers of its states. */
export function figuresJson(figures: Figures): string {
  const uncovered = figures.uncovered.map((thing) =>
    thing.type === 'step'
      ? {
          type: thing.type,
          from: thing.from,
          step: thing.label.key,
          to: thing.to,
          needs: thing.needs ?? null,
        }
      : { ...thing, needs: thing.needs ?? null },
  );
  return JSON.stringify({ format: 1, ...figures, uncovered }, undefined, 2);
}
