import type { Apply, Except, FunctionDefinition, Listing, RecordLike } from '../../../lower/ir.js';
import type { Span } from '../../../parse/syntax.js';
import * as values from '../../../run/values/functions.js';
import { setOf } from '../../../run/values/set.js';
import { positionIn, shapeOn, tupleShape } from '../../../run/values/shape.js';
import { stringItem } from '../../../run/values/store.js';
import { LazyFunction, type Shape, type Stored } from '../../../run/values/value.js';
import { refuse } from '../refusal.js';
import { conjunction } from '../symbolic/junction.js';
import { FALSE, type Logic, not, TRUE } from '../symbolic/logic.js';
import {
  combine,
  enumeration,
  functionTerm,
  isFunctionValue,
  isStored,
  known,
  type Term,
  tableOf,
  truth,
  valueOf,
  where,
} from '../symbolic/term.js';
import { either, partsOf } from '../symbolic/views.js';
import { lift } from './lift.js';
import { forChoices } from './logic.js';
import {
  attempt,
  bindLocal,
  type Env,
  extend,
  type Ground,
  lookUp,
  nothing,
  type Outcome,
  raise,
  under,
} from './scope.js';

/** `<<a, b>>` */
export function tuple(g: Ground, ir: Listing, env: Env): Term {
  return functionTerm(
    tupleShape(ir.elements.length),
    ir.elements.map((element) => g.evaluate(g, element, env)),
  );
}

/** `[a |-> e]` */
export function record(g: Ground, ir: RecordLike, env: Env): Term {
  const { shape, order } = values.recordShape(ir.fields.map(({ name }) => stringItem(name)));
  const items = ir.fields.map(({ value }) => g.evaluate(g, value, env));
  return functionTerm(
    shape,
    order.map((index) => items[index] as Term),
  );
}

/** `[x \in S |-> e]` */
export function defineFunction(g: Ground, ir: FunctionDefinition, env: Env): Term {
  const results = new Map<Stored, Outcome>();
  const around =
    ir.self === undefined
      ? env
      : extend(env, ir.self, { apply: (argument) => recursive(g, argument, bodies, results) });
  const bodies = new Map<Stored, () => Term>();
  const arguments_: { readonly argument: Stored; readonly when: Logic }[] = [];
  forChoices(g, ir.bounds, env, (choice) => {
    const argument =
      choice.elements.length === 1 ? (choice.elements[0] as Stored) : values.tupleOf(choice.elements);
    arguments_.push({ argument, when: choice.when });
    const inner = ir.bounds.reduce<Env>((outer, bound) => {
      let next = outer;
      for (const local of bound.locals) {
        const meaning = lookUp(choice.env, local);
        if (meaning !== undefined) next = extend(next, local, meaning);
      }
      return next;
    }, around);
    bodies.set(argument, () => g.evaluate(g, ir.body, inner));
    return true;
  });
  const items = arguments_.map(({ argument, when }) =>
    under(g, when, () =>
      ir.self === undefined
        ? (bodies.get(argument) as () => Term)()
        : recursive(g, known(argument), bodies, results),
    ),
  );
  return functionFrom(g, arguments_, items, ir.span);
}

/** A recursive function within its body, or for an argument: each is computed once. */
function recursive(
  g: Ground,
  argument: Term,
  bodies: ReadonlyMap<Stored, () => Term>,
  results: Map<Stored, Outcome>,
): Term {
  const value = valueOf(argument);
  if (value === undefined || !isStored(value))
    return refuse('a recursive function is applied to what is not known');
  const body = bodies.get(value);
  if (body === undefined) {
    raise(g, TRUE);
    return nothing;
  }
  let outcome = results.get(value);
  if (outcome === undefined) {
    g.depth += 1;
    if (g.depth > 400) refuse('a recursive function has no known end');
    outcome = attempt(g, body);
    g.depth -= 1;
    results.set(value, outcome);
  }
  raise(g, outcome.error);
  return outcome.term;
}

function functionFrom(
  g: Ground,
  given: readonly { readonly argument: Stored; readonly when: Logic }[],
  items: readonly Term[],
  span: Span,
): Term {
  const { forge } = g;
  const shapeOf = (domain: readonly Stored[]): Shape => shapeOn(setOf(domain, span));
  if (given.every(({ when }) => when === TRUE)) {
    const at = new Map(given.map(({ argument }, index) => [argument, items[index] as Term]));
    const shape = shapeOf([...at.keys()]);
    return functionTerm(
      shape,
      shape.domain.map((argument) => at.get(argument) as Term),
    );
  }
  const count = given.length;
  const parts = [...given.map(({ when }) => truth(when)), ...items];
  const table = combine(forge, parts, (all) => {
    const at = new Map<Stored, Stored>();
    for (const [index, { argument }] of given.entries()) {
      if (all[index] === true) at.set(argument, all[count + index] as Stored);
    }
    const domain = setOf([...at.keys()], span);
    return values.functionOn(
      domain,
      domain.items.map((argument) => at.get(argument) as Stored),
      span,
    );
  });
  return enumeration(forge, table.atoms, table.values);
}

/** `f[x]` */
export function applyFunction(g: Ground, ir: Apply, env: Env): Term {
  if (ir.function.op === 'local') {
    const meaning = lookUp(env, ir.function.local);
    if (meaning !== undefined && 'apply' in meaning) return meaning.apply(g.evaluate(g, ir.argument, env));
  }
  const f = g.evaluate(g, ir.function, env);
  return apply(g, f, g.evaluate(g, ir.argument, env), ir.span);
}

function apply(g: Ground, f: Term, argument: Term, span: Span): Term {
  if (
    f.kind === 'known' &&
    argument.kind === 'known' &&
    isFunctionValue(f.value) &&
    isStored(argument.value)
  ) {
    const index = positionIn(f.value.shape, argument.value);
    if (index >= 0) return known(f.value.items[index] as Stored);
  }
  const { forge } = g;
  const lifted = (): Term => lift(g, span, [f, argument], (a, b) => values.apply(a, b, span));
  if (f.kind === 'known' && (f.value instanceof LazyFunction || argument.kind === 'known')) return lifted();
  const parts = partsOf(forge, f);
  if (parts === undefined) return lifted();
  const value = valueOf(argument);
  if (value !== undefined && isStored(value)) {
    const index = positionIn(parts.shape, value);
    if (index >= 0) return parts.items[index] as Term;
    raise(g, TRUE);
    return nothing;
  }
  if (f.kind !== 'function') return lifted();
  return selected(g, parts, argument);
}

/** The component at an argument that is not known. */
function selected(
  g: Ground,
  { shape, items }: { shape: Shape; items: readonly Term[] },
  argument: Term,
): Term {
  const { forge } = g;
  const table = tableOf(forge, argument);
  const ways: { readonly when: Logic; readonly item: Term }[] = [];
  for (const [index, key] of shape.domain.entries()) {
    const when = where(forge, table, (value) => value === key);
    if (when !== FALSE) ways.push({ when, item: items[index] as Term });
  }
  raise(
    g,
    conjunction(
      forge,
      ways.map(({ when }) => not(forge, when)),
    ),
  );
  const last = ways.pop();
  if (last === undefined) return nothing;
  return ways.reduceRight((rest, { when, item }) => either(forge, when, item, rest), last.item);
}

/** `[f EXCEPT !.a[b] = e]` */
export function except(g: Ground, ir: Except, env: Env): Term {
  let f = g.evaluate(g, ir.function, env);
  for (const { path, old, value } of ir.updates) {
    const keys = path.map((key) => g.evaluate(g, key, env));
    f = updated(
      g,
      f,
      keys,
      (before) => g.evaluate(g, value, old === undefined ? env : bindLocal(env, old, before)),
      ir.span,
    );
  }
  return f;
}

/** A function with another value at the end of a path. Outside its domain nothing changes, as in TLC. */
function updated(g: Ground, f: Term, path: readonly Term[], make: (old: Term) => Term, span: Span): Term {
  const { forge } = g;
  const [key, ...rest] = path;
  if (key === undefined) return make(f);
  const parts = partsOf(forge, f);
  if (parts === undefined) {
    const value = updated(g, apply(g, f, key, span), rest, make, span);
    return lift(g, span, [f, key, value], (a, b, c) => values.except(a, b, () => c, span));
  }
  const { shape, items } = parts;
  const exact = valueOf(key);
  if (exact !== undefined && isStored(exact)) {
    const index = positionIn(shape, exact);
    if (index < 0) return f;
    return functionTerm(shape, items.with(index, updated(g, items[index] as Term, rest, make, span)));
  }
  const table = tableOf(forge, key);
  return functionTerm(
    shape,
    items.map((item, index) => {
      const when = where(forge, table, (value) => value === shape.domain[index]);
      if (when === FALSE) return item;
      return either(
        forge,
        when,
        under(g, when, () => updated(g, item, rest, make, span)),
        item,
      );
    }),
  );
}
