import type { Label } from '@synod/spec';
import type { Json } from '@synod/tla';
import type { SpaceBehaviour } from '../behaviour/behaviour.js';
import { paramsJson, stateJson } from '../behaviour/behaviour-trace.js';
import type { StateSpace } from '../trace/space.js';

/** Which variables each event says: all, those that its step changed, or none. */
export const observations = ['all', 'changed', 'none'] as const;

export type Observe = (typeof observations)[number];

/** What traces of behaviours say. */
export interface TraceTextOptions {
  /** The module. */
  readonly spec: string;
  /** The bundled model. */
  readonly model?: string | undefined;
  /** All, unless it is said otherwise. */
  readonly observe?: Observe | undefined;
}

/**
 * Writes behaviours as traces (docs/trace-format.md), many and quickly: what is said of a state or a label is put into
 * words once. A step without a name, and a behaviour without steps, are events that say the state only.
 *
 * @param space where the behaviours are
 * @returns the text of a trace, for a behaviour and what its header has as `meta`
 */
export function traceTexts(
  space: StateSpace,
  { spec, model, observe = 'all' }: TraceTextOptions,
): (behaviour: SpaceBehaviour, meta?: Json) => string {
  const fieldsOf = remembered((state: number) =>
    Object.entries(stateJson(space, state)).map(
      ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
    ),
  );
  const whole = remembered((state: number) => `{${fieldsOf(state).join()}}`);
  const taken = remembered((label: Label) => {
    const params = paramsJson(space, label);
    const said = Object.keys(params).length === 0 ? '' : `,"params":${JSON.stringify(params)}`;
    return `"action":${JSON.stringify(label.action)}${said}`;
  });
  const eventLine = (from: number, label: Label, to: number): string => {
    if (label.action === '') return `{"state":${whole(to)}}`;
    if (observe === 'all') return `{${taken(label)},"state":${whole(to)}}`;
    const before = observe === 'none' || from === to ? undefined : fieldsOf(from);
    const changed = before === undefined ? [] : fieldsOf(to).filter((field, i) => field !== before[i]);
    return changed.length === 0 ? `{${taken(label)}}` : `{${taken(label)},"state":{${changed.join()}}}`;
  };
  return ({ start, steps }, meta) => {
    const head = { trace: 1, spec, ...(model === undefined ? {} : { model }) };
    const end = meta === undefined ? '' : `,"meta":${JSON.stringify(meta)}`;
    const lines = [`${JSON.stringify(head).slice(0, -1)},"init":${whole(start)}${end}}`];
    let from = start;
    for (const { label, to } of steps) {
      lines.push(eventLine(from, label, to));
      from = to;
    }
    if (steps.length === 0) lines.push(`{"state":${whole(start)}}`);
    return `${lines.join('\n')}\n`;
  };
}

function remembered<K, V>(work: (argument: K) => V): (argument: K) => V {
  const known = new Map<K, V>();
  return (argument) => {
    const found = known.get(argument);
    if (found !== undefined) return found;
    const made = work(argument);
    known.set(argument, made);
    return made;
  };
}
