import { Binder } from '../bind.js';
import type { EventOrder } from '../order.js';
import type { StateSpace } from '../space.js';
import type { Trace } from '../trace.js';
import type { EventFormulas } from './event-formulas.js';
import { type Table, table, tupleText } from './table.js';

/** The events of some traces as numbers and tuples: what a generated module looks them up in. */
export interface EventTables {
  /** `<<kind, needs>>`, each a number. */
  readonly events: Table;
  /** How many events of each process must have come before; the number 0 asks for none. */
  readonly needs: Table;
  /** For each trace, for each process, its events. */
  readonly logs: readonly string[];
  /** For each trace, what is said of its initial state and which steps may be hidden: `<<init, hidden>>`. */
  readonly headers: readonly string[];
  /** What could not be compared, trace by trace. */
  readonly warnings: readonly (readonly string[])[];
}

export function eventTables(
  traces: readonly { readonly trace: Trace; readonly order: EventOrder }[],
  space: StateSpace,
  formulas: EventFormulas,
): EventTables {
  const [events, needs] = [table(), table()];
  const bound = traces.map(({ trace: { header }, order }) => {
    const binder = new Binder(space, header);
    const init = formulas.init(binder.observation(header.init, header.place, 'init'));
    const actions = header.hidden.map((name, i) => binder.action(name, `hidden[${i}]`, header.place));
    const hidden = formulas.hide(actions.map(({ action }) => action as string));
    const kinds = new Map<number, number>();
    const logs = order.logs.map((log, process) =>
      tupleText(
        log.map((event, index) => {
          const id = binder.kind(event);
          const kind = kinds.get(id) ?? formulas.kind(binder.kinds[id] as (typeof binder.kinds)[number]);
          kinds.set(id, kind);
          const needed = order.needs(process, index);
          const isFree = needed.every((count, other) => other === process || count === 0);
          return events.number(tupleText([kind, isFree ? 0 : needs.number(tupleText(needed))]));
        }),
      ),
    );
    return { logs: tupleText(logs), header: tupleText([init, hidden]), warnings: binder.warnings };
  });
  return {
    events,
    needs,
    logs: bound.map(({ logs }) => logs),
    headers: bound.map(({ header }) => header),
    warnings: bound.map(({ warnings }) => warnings),
  };
}
