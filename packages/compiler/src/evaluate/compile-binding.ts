import { filter, key, mapping, product, type TlaSet, type TlaValue } from '@synod/tla';
import { unsupportedAt } from '../parse/node.js';
import type { Choose, Comprehension, Filter, Let, Quantifier } from '../parse/syntax.js';
import { compileBinder, someCombination } from './binder.js';
import type { Binder, Code, Compile, Environment, Local } from './code.js';
import { refuse } from './compile-util.js';
import { bind, innerEnvironment, withLocal } from './environment.js';
import { isMember } from './equality.js';
import { Cell, type Frame, type Run } from './frame.js';
import { operatorOf } from './operator.js';
import { inOrder } from './order.js';
import { productOf, setOf } from './sets.js';
import {
  concrete,
  elementsOf,
  endlessSet,
  fail,
  hasNoEnd,
  LazyFunction,
  show,
  truth,
  type Value,
} from './value.js';

function binderOf(
  bounds: Comprehension['bounds'],
  environment: Environment,
  compile: Compile,
): { readonly binder: Binder; readonly inner: Environment } {
  return compileBinder(bounds, environment, (bound) => compile(bound.set, environment).run);
}

/** Whether the body has a truth value for some combination of the bound variables. */
function search(binder: Binder, body: Code, wanted: boolean): (frame: Frame) => boolean {
  const { run } = body;
  const { span } = body.expression;
  const [assign] = binder.assign;
  if (binder.assign.length > 1 || assign === undefined) {
    return (frame) => someCombination(binder, frame, () => truth(run(frame), span) === wanted);
  }
  return (frame) => {
    const [domain] = binder.domains(frame);
    for (const value of domain ?? []) {
      assign(frame, value);
      if (truth(run(frame), span) === wanted) return true;
    }
    return false;
  };
}

export function compileExists(expression: Quantifier, environment: Environment, compile: Compile): Code {
  const { binder, inner } = binderOf(expression.bounds, environment, compile);
  const body = compile(expression.body, inner);
  return { expression, shape: { type: 'exists', binder, body }, run: search(binder, body, true) };
}

export function compileAll(expression: Quantifier, environment: Environment, compile: Compile): Code {
  const { binder, inner } = binderOf(expression.bounds, environment, compile);
  const body = compile(expression.body, inner);
  const someFalse = search(binder, body, false);
  return { expression, shape: { type: 'all', binder, body }, run: (frame) => !someFalse(frame) };
}

/** The first element in TLC's order. */
export function compileChoose(expression: Choose, environment: Environment, compile: Compile): Code {
  const { bound, span } = expression;
  if (bound === undefined) return refuse(expression, unsupportedAt('CHOOSE without a set', span));
  const { binder, inner } = binderOf([bound], environment, compile);
  const body = compile(expression.body, inner);
  const [assign] = binder.assign;
  return {
    expression,
    run: (frame) => {
      for (const value of inOrder(binder.domains(frame)[0] ?? [])) {
        assign?.(frame, value);
        if (truth(body.run(frame), body.expression.span)) return value;
      }
      return fail(span, 'no element satisfies the condition of this CHOOSE');
    },
  };
}

export function compileFilter(expression: Filter, environment: Environment, compile: Compile): Code {
  const set = compile(expression.bound.set, environment);
  const { binder, inner } = compileBinder([expression.bound], environment, () => set.run);
  const body = compile(expression.body, inner);
  const [assign] = binder.assign;
  const endlessFilter = (from: Value, frame: Frame): Value =>
    endlessSet(`a part of ${show(from)}`, (value, at) => {
      if (!isMember(value, from, at)) return false;
      assign?.(frame, concrete(value, at));
      return truth(body.run(frame), body.expression.span);
    });
  return {
    expression,
    run: (frame) => {
      const from = set.run(frame);
      if (hasNoEnd(from)) return endlessFilter(from, copyOf(frame));
      elementsOf(from, set.expression.span);
      return filter(concrete(from, set.expression.span) as TlaSet<TlaValue>, (element) => {
        assign?.(frame, element);
        return truth(body.run(frame), body.expression.span);
      });
    },
  };
}

/** A frame with the values that the names have now: they are bound to others later. */
function copyOf(frame: Frame): Frame {
  return { slots: [...frame.slots], parent: frame.parent === undefined ? undefined : copyOf(frame.parent) };
}

export function compileMap(expression: Comprehension, environment: Environment, compile: Compile): Code {
  const { binder, inner } = binderOf(expression.bounds, environment, compile);
  const body = compile(expression.body, inner);
  return {
    expression,
    run: (frame) => {
      const images: TlaValue[] = [];
      someCombination(binder, frame, () => {
        images.push(concrete(body.run(frame), body.expression.span));
        return false;
      });
      return setOf(images, expression.span);
    },
  };
}

/** The arguments of a function with these domains, each with the values to be bound. */
function argumentsOf(domains: readonly (readonly TlaValue[])[]): readonly (readonly TlaValue[])[] {
  const [only] = domains;
  return domains.length === 1 && only !== undefined
    ? only.map((value) => [value])
    : ([...product(domains)] as TlaValue[][]);
}

/** `[x \in S |-> e]`, evaluated for all of its domain at once. */
export function compileFunction(expression: Comprehension, environment: Environment, compile: Compile): Code {
  const { binder, inner } = binderOf(expression.bounds, environment, compile);
  const body = compile(expression.body, inner);
  return {
    expression,
    run: (frame) =>
      mapping(
        argumentsOf(binder.domains(frame)).map((values) => {
          binder.assign.forEach((assign, index) => assign(frame, values[index] as TlaValue));
          const argument = values.length === 1 ? (values[0] as TlaValue) : values;
          return [argument, concrete(body.run(frame), body.expression.span)] as const;
        }),
      ),
  };
}

/** `f[x \in S] == e`: evaluated where it is applied, since `e` may apply `f`. */
export function compileRecursiveFunction(
  expression: Comprehension,
  environment: Environment,
  compile: Compile,
): Run {
  const inside = innerEnvironment(environment);
  const { bounds, span } = expression;
  const { binder, inner } = compileBinder(bounds, inside, (bound) => compile(bound.set, inside).run);
  const sets = bounds.flatMap((bound) => {
    const { run } = compile(bound.set, environment);
    return bound.tuple ? [run] : bound.names.map(() => run);
  });
  const body = compile(expression.body, inner);
  const { machine } = environment.program;
  return (frame) => {
    const { before, after } = machine;
    const known = new Map<string, Value>();
    const domains = sets.map((set) => set(frame));
    const evaluate = (argument: TlaValue): Value => {
      const inside_: Frame = { slots: [], parent: frame };
      const values = domains.length === 1 ? [argument] : (argument as readonly TlaValue[]);
      binder.assign.forEach((assign, index) => assign(inside_, values[index] as TlaValue));
      return body.run(inside_);
    };
    // Its value may depend on the state although nothing has looked at the state yet.
    machine.touched = true;
    const domain = domains.length === 1 ? (domains[0] as Value) : productOf(span, domains);
    return new LazyFunction(domain, (argument) => {
      machine.touched = true;
      const argumentKey = key(argument);
      const remembered = known.get(argumentKey);
      if (remembered !== undefined) return remembered;
      const outer = { before: machine.before, after: machine.after };
      Object.assign(machine, { before, after });
      try {
        const value = evaluate(argument);
        known.set(argumentKey, value);
        return value;
      } finally {
        Object.assign(machine, outer);
      }
    });
  };
}

export function compileLet(expression: Let, environment: Environment, compile: Compile): Code {
  const { machine } = environment.program;
  let inner = environment;
  const cells: { readonly slot: number; readonly run: Run }[] = [];
  for (const definition of expression.definitions) {
    if (definition.parameters.length > 0) {
      const outer = inner;
      const layout = { size: 0, parent: environment.layout };
      // Its own name is known within it, for RECURSIVE.
      const operator = operatorOf(
        definition,
        layout,
        () => withLocal(outer, definition.name, local),
        compile,
      );
      const local: Local = { type: 'defined', operator, layout: environment.layout };
      inner = withLocal(inner, definition.name, local);
      operator.body();
      continue;
    }
    const { environment: bound, slot } = bind(inner, definition.name, 'cell');
    const { body } = definition;
    const run =
      definition.recursive && body.type === 'function'
        ? compileRecursiveFunction(body, bound, compile)
        : compile(body, inner).run;
    inner = bound;
    cells.push({ slot, run });
  }
  const body = compile(expression.body, inner);
  const enter = (frame: Frame): void => {
    for (const { slot, run } of cells) frame.slots[slot] = new Cell(machine, run, frame);
  };
  return {
    expression,
    shape: { type: 'let', enter, body },
    run: (frame) => {
      enter(frame);
      return body.run(frame);
    },
  };
}
