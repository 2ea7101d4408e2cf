import type { Ir, IrDefinition, Local } from '../../lower/ir.js';
import type { Plan } from '../../lower/plan.js';

type Names = ReadonlySet<Local | IrDefinition>;

/**
 * What is evaluated whenever something is: so that an argument or a definition of a LET can be evaluated at once, though it
 * is passed by name.
 */
export interface Strictness {
  readonly ofIr: (ir: Ir) => Names;
  readonly ofPlan: (plan: Plan) => Names;
  /** Whether a parameter is evaluated whenever the definition is used. */
  readonly isStrict: (definition: IrDefinition, parameter: Local) => boolean;
}

const none: Names = new Set();

function both(left: Names, right: Names): Names {
  return new Set([...left].filter((name) => right.has(name)));
}

export function strictness(): Strictness {
  const known = new WeakMap<Ir, Names>();
  const parameters = new Map<IrDefinition, Names>();
  const all = (irs: readonly Ir[]): Names => new Set(irs.flatMap((ir) => [...ofIr(ir)]));
  const ofDefinition = (definition: IrDefinition): Names => {
    const found = parameters.get(definition);
    if (found !== undefined) return found;
    parameters.set(definition, none);
    const names = ofIr(definition.body);
    parameters.set(definition, names);
    return names;
  };
  const ofIr = (ir: Ir): Names => {
    let names = known.get(ir);
    if (names === undefined) known.set(ir, (names = look(ir)));
    return names;
  };
  const look = (ir: Ir): Names => {
    switch (ir.op) {
      case 'constant':
      case 'variable':
        return none;
      case 'local':
        return new Set([ir.local]);
      case 'call': {
        const inner = ofDefinition(ir.definition);
        const strict = ir.arguments.filter((_, index) => inner.has(ir.definition.parameters[index] as Local));
        return new Set([ir.definition, ...inner, ...all(strict)]);
      }
      case 'builtin':
        return ir.name === '=>' || ir.element !== undefined ? ofIr(ir.arguments[0] as Ir) : all(ir.arguments);
      case 'and':
      case 'or':
        return ofIr(ir.items[0] as Ir);
      case 'forall':
      case 'exists':
      case 'map':
      case 'function':
        return all(ir.bounds.map(({ set }) => set));
      case 'choose':
      case 'filter':
        return ofIr(ir.bound.set);
      case 'set':
      case 'tuple':
      case 'product':
        return all(ir.elements);
      case 'functionSet':
        return all([ir.domain, ir.range]);
      case 'record':
      case 'recordSet':
        return all(ir.fields.map(({ value }) => value));
      case 'apply':
        return all([ir.function, ir.argument]);
      case 'except':
        return ofIr(ir.function);
      case 'if':
        return new Set([...ofIr(ir.condition), ...both(ofIr(ir.consequent), ofIr(ir.alternative))]);
      case 'case':
        return ir.arms[0] === undefined ? none : ofIr(ir.arms[0].condition);
      case 'let':
      default:
        return ofIr(ir.body);
    }
  };
  const ofPlan = (plan: Plan): Names => strictInPlan(plan, ofIr);
  return { ofIr, ofPlan, isStrict: (definition, parameter) => ofDefinition(definition).has(parameter) };
}

function strictInPlan(plan: Plan, ofIr: (ir: Ir) => Names): Names {
  const ofPlan = (then: Plan): Names => strictInPlan(then, ofIr);
  switch (plan.step) {
    case 'when':
      return ofIr(plan.condition);
    case 'assign':
      return new Set([...ofIr(plan.value), ...ofPlan(plan.then)]);
    case 'assignFrom':
      return ofIr(plan.set);
    case 'each':
      return ofIr(plan.bound.set);
    case 'every':
      return new Set(plan.bounds.flatMap(({ set }) => [...ofIr(set)]));
    case 'either':
      return plan.branches[0] === undefined ? none : ofPlan(plan.branches[0]);
    case 'branch':
      return new Set([...ofIr(plan.condition), ...both(ofPlan(plan.consequent), ofPlan(plan.alternative))]);
    case 'bind':
      return ofPlan(plan.then);
    case 'join':
      return ofPlan(plan.body);
    case 'goto':
    case 'successor':
    case 'incomplete':
    default:
      return none;
  }
}
