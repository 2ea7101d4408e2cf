import type { Ir } from '../../../lower/ir.js';
import { fromTla } from '../../../run/values/convert.js';
import { TRUE } from '../symbolic/logic.js';
import { known, type Term } from '../symbolic/term.js';
import { applyFunction, defineFunction, except, record, tuple } from './functions.js';
import { builtin } from './builtins.js';
import { call, letIn, meaningOf } from './call.js';
import { caseOf, choose, ifThenElse, junction, quantified } from './logic.js';
import { type Env, type Ground, lookUp, nothing, raise } from './scope.js';
import { filter, functionSet, listing, product, recordSet, setMap } from './sets.js';

/** What an expression is, as far as it is known without a state. */
export function evaluate(g: Ground, ir: Ir, env: Env): Term {
  switch (ir.op) {
    case 'constant':
      return known(fromTla(ir.value, ir.span));
    case 'variable': {
      const value = g.variable(ir.index, ir.primed);
      if (value !== undefined) return value;
      raise(g, TRUE);
      return nothing;
    }
    case 'local':
      return meaningOf(g, ir.local.name, lookUp(env, ir.local));
    case 'call':
      return call(g, ir, env);
    case 'let':
      return letIn(g, ir, env);
    case 'builtin':
      return builtin(g, ir, env);
    default:
      return compound(g, ir, env);
  }
}

type Compound = Exclude<Ir, { op: 'constant' | 'variable' | 'local' | 'call' | 'let' | 'builtin' }>;

function compound(g: Ground, ir: Compound, env: Env): Term {
  switch (ir.op) {
    case 'and':
    case 'or':
      return junction(g, ir, env);
    case 'forall':
    case 'exists':
      return quantified(g, ir, env);
    case 'choose':
      return choose(g, ir, env);
    case 'if':
      return ifThenElse(g, ir, env);
    case 'case':
      return caseOf(g, ir, env);
    case 'set':
      return listing(g, ir, env);
    case 'tuple':
      return tuple(g, ir, env);
    case 'product':
      return product(g, ir, env);
    case 'filter':
      return filter(g, ir, env);
    case 'map':
      return setMap(g, ir, env);
    case 'function':
      return defineFunction(g, ir, env);
    case 'functionSet':
      return functionSet(g, ir, env);
    case 'record':
      return record(g, ir, env);
    case 'recordSet':
      return recordSet(g, ir, env);
    case 'apply':
      return applyFunction(g, ir, env);
    case 'except':
      return except(g, ir, env);
  }
}
