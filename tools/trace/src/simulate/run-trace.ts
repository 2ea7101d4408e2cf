import { readExecutionSync, type Trace } from '@synod/conformance';
import { none } from '@synod/roles';
import { type Run, type SimulatedEvent, traceOf } from '@synod/simulator';
import type { Plan } from './plan.js';

type Header = Run['header'] & { readonly model?: string };

/** The first line of a run's trace, with all constants: that of the model, where there is one. */
function headerOf(run: Run, { model, values }: Pick<Plan, 'model' | 'values'>): Header {
  const { constants } = run.header;
  // A model has its values, proposed or not.
  const Value = model === undefined ? run.proposed : values;
  return {
    ...run.header,
    ...(model === undefined ? {} : { model }),
    constants: { ...constants, Value, None: none } as Header['constants'],
  };
}

/** A run as its trace is written, in the order in which things happened. */
export function recordedText(run: Run, plan: Pick<Plan, 'model' | 'values'>): string {
  const lines = traceOf({ header: headerOf(run, plan), events: run.events });
  return `${lines.join('\n')}\n`;
}

/**
 * A run as it is judged: what a learner knows is said of the state after the step before. For a trace in general it might be that of
 * one more step, which nobody logged; here it is known that there was none, and so more is compared, in less time.
 *
 * @returns nothing if no step was taken
 */
export function judgedTrace(run: Run, plan: Pick<Plan, 'model' | 'values'>, file: string): Trace | undefined {
  const events: JudgedEvent[] = [];
  for (const { process: _, seq: __, clock: ___, ...event } of run.events) {
    const before = events.at(-1);
    if (event.action !== undefined || before === undefined) events.push(event);
    else events[events.length - 1] = { ...before, derived: both(before.derived, event.derived) };
  }
  if (events.length === 0) return undefined;
  const lines = traceOf({
    header: headerOf(run, plan),
    events: events as unknown as readonly SimulatedEvent[],
  });
  return readExecutionSync(`${lines.join('\n')}\n`, file);
}

type JudgedEvent = Omit<SimulatedEvent, 'process' | 'seq' | 'clock'>;

/** What two learners believe, both of which must be so. */
function both(
  one: JudgedEvent['derived'] = {},
  other: JudgedEvent['derived'] = {},
): NonNullable<JudgedEvent['derived']> {
  return Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((name) => [
      name,
      { '#contains': [...elements(one[name]), ...elements(other[name])] },
    ]),
  );
}

function elements(contains: unknown): readonly unknown[] {
  return (contains as { readonly '#contains'?: readonly unknown[] } | undefined)?.['#contains'] ?? [];
}
