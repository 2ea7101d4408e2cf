import { variablesOf } from './free.js';
import type { Ir } from './ir.js';
import { subterms } from './walk.js';

/** The variables among some that an expression may read, itself or through definitions. */
export function readsOf(ir: Ir, primed: boolean): readonly number[] {
  const found = variablesOf(ir);
  return [...(primed ? found.primed : found.unprimed)];
}

/** Whether evaluating an expression is sure to read one of some variables, so that it is an error if these have no value. */
export function surelyReads(ir: Ir, variables: ReadonlySet<number>, primed: boolean): boolean {
  const seen = new Set<object>();
  const look = (inner: Ir): boolean => {
    switch (inner.op) {
      case 'variable':
        return inner.primed === primed && variables.has(inner.index);
      case 'and':
      case 'or':
        return inner.items[0] !== undefined && look(inner.items[0]);
      case 'builtin':
        return inner.name === '=>' ? look(inner.arguments[0] as Ir) : inner.arguments.some(look);
      case 'if':
        return look(inner.condition) || (look(inner.consequent) && look(inner.alternative));
      case 'case':
        return inner.arms[0] !== undefined && look(inner.arms[0].condition);
      case 'let':
        return look(inner.body);
      case 'forall':
      case 'exists':
      case 'map':
      case 'function':
        return inner.bounds.some(({ set }) => look(set));
      case 'choose':
      case 'filter':
        return look(inner.bound.set);
      case 'except':
        return look(inner.function);
      case 'call':
        if (seen.has(inner.definition)) return false;
        seen.add(inner.definition);
        return look(inner.definition.body);
      case 'apply':
      case 'constant':
      case 'functionSet':
      case 'local':
      case 'product':
      case 'record':
      case 'recordSet':
      case 'set':
      case 'tuple':
      default:
        return subterms(inner).some(look);
    }
  };
  return look(ir);
}
