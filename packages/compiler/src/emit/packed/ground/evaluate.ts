import type { Ir } from '../../../lower/ir.js';
import { fromTla } from '../../../run/values/convert.js';
import { placed } from '../refusal.js';
import { TRUE } from '../symbolic/logic.js';
import { known, type Term } from '../symbolic/term.js';
import { builtin } from './builtins.js';
import { call, letIn, meaningOf } from './call.js';
import { applyFunction, defineFunction, except, record, tuple } from './functions.js';
import { caseOf, choose, ifThenElse, junction, quantified } from './logic.js';
import { type Env, type Ground, lookUp, nothing, raise } from './scope.js';
import { filter, functionSet, listing, product, recordSet, setMap } from './sets.js';

/** What an expression is, as far as it is known without a state. */
export function evaluate(g: Ground, ir: Ir, env: Env): Term {
  try {
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
      case 'and':
      case 'or':
      case 'forall':
      case 'exists':
      case 'choose':
      case 'if':
      case 'case':
      case 'filter':
      case 'map':
        return choosing(g, ir, env);
      case 'set':
      case 'tuple':
      case 'product':
      case 'function':
      case 'functionSet':
      case 'record':
      case 'recordSet':
      case 'apply':
      case 'except':
        return building(g, ir, env);
    }
  } catch (error) {
    throw placed(error, ir.span);
  }
}

type Choosing = Extract<
  Ir,
  { op: 'and' | 'or' | 'forall' | 'exists' | 'choose' | 'if' | 'case' | 'filter' | 'map' }
>;

function choosing(g: Ground, ir: Choosing, env: Env): Term {
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
    case 'filter':
      return filter(g, ir, env);
    case 'map':
      return setMap(g, ir, env);
  }
}

type Building = Extract<
  Ir,
  {
    op:
      | 'set'
      | 'tuple'
      | 'product'
      | 'function'
      | 'functionSet'
      | 'record'
      | 'recordSet'
      | 'apply'
      | 'except';
  }
>;

function building(g: Ground, ir: Building, env: Env): Term {
  switch (ir.op) {
    case 'set':
      return listing(g, ir, env);
    case 'tuple':
      return tuple(g, ir, env);
    case 'product':
      return product(g, ir, env);
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
