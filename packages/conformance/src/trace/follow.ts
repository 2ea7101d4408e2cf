import type { SearchOptions } from './search-options.js';
import type { StateSpace } from './space.js';
import { TotalSearch } from './total-search.js';
import type { TraceEvent, TraceHeader } from './trace.js';
import { bindHeader, refuseOtherSpec } from './validate.js';

/** A trace that is judged while it is written. */
export interface Following {
  /** Goes on by one event; false if no behaviour does, and then for ever. */
  push(event: TraceEvent): boolean;
  /** What could not be compared so far. */
  readonly warnings: readonly string[];
}

/**
 * Follows a trace in total order, event by event.
 *
 * @throws InputError as {@link validateTrace} does, `push` too
 */
export function followTrace(header: TraceHeader, space: StateSpace, options: SearchOptions = {}): Following {
  refuseOtherSpec({ header }, space);
  const { binder, matcher, starts } = bindHeader(header, space, options);
  const search = new TotalSearch(matcher, starts, options);
  let goesOn = starts.length > 0;
  return {
    push(event) {
      goesOn &&= search.push(binder.kind(event), event);
      return goesOn;
    },
    get warnings() {
      return binder.warnings;
    },
  };
}
