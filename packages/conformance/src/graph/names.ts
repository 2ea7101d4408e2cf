import type { StateGraph } from '@synod/spec';
import { isTuple, nameOf, TlaFunction, TlaSet, type TlaValue } from '@synod/tla';

/** The names that occur in a graph. */
export interface GraphNames {
  /** Of model values. */
  readonly modelValues: ReadonlySet<string>;
  /** Strings, and the fields of records. */
  readonly strings: ReadonlySet<string>;
}

/** The names in all states and labels of a graph. */
export function namesIn(graph: StateGraph): GraphNames {
  const modelValues = new Set<string>();
  const strings = new Set<string>();
  // Values that states share are one object, and looked at once.
  const seen = new Set<TlaValue>();
  const visit = (value: TlaValue): void => {
    if (typeof value === 'symbol') modelValues.add(nameOf(value));
    else if (typeof value === 'string') strings.add(value);
    if (typeof value !== 'object' || seen.has(value)) return;
    seen.add(value);
    if (value instanceof TlaSet) value.elements.forEach(visit);
    else if (value instanceof TlaFunction) {
      value.domain.forEach(visit);
      value.values.forEach(visit);
    } else if (isTuple(value)) value.forEach(visit);
    else {
      for (const [name, field] of Object.entries(value)) {
        strings.add(name);
        visit(field);
      }
    }
  };
  for (let state = 0; state < graph.size; state++) graph.values(state).forEach(visit);
  for (const { parameters } of graph.labels) parameters.forEach(visit);
  return { modelValues, strings };
}
