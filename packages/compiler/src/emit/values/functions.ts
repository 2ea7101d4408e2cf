import type { Apply, Except, FunctionSet, Ir, RecordLike } from '../../lower/ir.js';
import type { Generator, Lines } from './generator.js';
import { named } from './generator.js';
import { bindArgument } from './sets.js';
import { isStored, storedValue } from './stored.js';

/** `f[x]` and `r.name` */
export function emitApply(g: Generator, ir: Apply, out: Lines): string {
  const span = g.span(ir.span);
  const f = ir.function;
  if (
    f.op === 'function' &&
    f.self === undefined &&
    f.bounds.length === 1 &&
    f.bounds[0]?.locals.length === 1
  ) {
    const argument = named(g, storedValue(g, ir.argument, out), out, 'x');
    const [bound] = f.bounds;
    out.push(`${g.use('checkInDomain')}(${argument}, ${g.value(bound.set, out)}, ${span});`);
    bindArgument(g, f, argument, true, out);
    return g.value(f.body, out);
  }
  const text = g.value(f, out);
  if (ir.argument.op === 'constant' && typeof ir.argument.value === 'string') {
    return `${g.use('field')}(${text}, ${g.constant(ir.argument.value)}, ${span})`;
  }
  return `${g.use('apply')}(${text}, ${g.value(ir.argument, out)}, ${span})`;
}

/** `[f EXCEPT ![a].b = e]`: outside the domain nothing changes, and the value is not looked at. */
export function emitExcept(g: Generator, ir: Except, out: Lines): string {
  const span = g.span(ir.span);
  let current = named(g, g.value(ir.function, out), out, 'f');
  for (const { path, old, value } of ir.updates) {
    const result = g.fresh('f');
    out.push(`let ${result};`);
    const update = (f: string, rest: readonly Ir[], target: string, into: Lines): void => {
      const [argument, ...deeper] = rest;
      if (argument === undefined) {
        if (old !== undefined) g.locals.set(old, { text: f, later: false, stored: true });
        const text = storedValue(g, value, into);
        into.push(`${target} = ${text};`);
        return;
      }
      const item = g.fresh('f');
      const position = g.fresh('k');
      into.push(`${target} = ${f};`);
      into.push(`const ${item} = ${g.use('updatable')}(${f}, ${span});`);
      into.push(`const ${position} = ${g.use('placeIn')}(${item}, ${g.value(argument, into)}, ${span});`);
      const inner: Lines = [];
      const [before, after] = [g.fresh('old'), g.fresh('new')];
      if (deeper.length > 0 || old !== undefined) inner.push(`const ${before} = ${item}.items[${position}];`);
      inner.push(`let ${after};`);
      update(before, deeper, after, inner);
      into.push(
        `if (${position} >= 0) {`,
        ...inner,
        `${target} = ${g.use('withItem')}(${item}, ${position}, ${after});`,
        '}',
      );
    };
    update(current, path, result, out);
    current = result;
  }
  return ir.updates.every(({ path }) => path.length > 0) && isStored(g, ir.function)
    ? current
    : `${g.use('stored')}(${current}, ${span})`;
}

/** `[S -> T]` */
export function emitFunctionSet(g: Generator, ir: FunctionSet, out: Lines): string {
  return `${g.use('functionSet')}(${g.value(ir.domain, out)}, ${g.value(ir.range, out)}, ${g.span(ir.span)})`;
}

/** `[a |-> e]` or `[a : S]` */
export function emitRecord(g: Generator, ir: RecordLike, out: Lines): string {
  const names = ir.fields.map(({ name }) => name).toSorted(g.order.compare);
  const keys = `[${names.map((name) => g.constant(name)).join(', ')}]`;
  if (ir.op === 'recordSet') {
    const sets = new Map(ir.fields.map(({ name, value }) => [name, g.value(value, out)]));
    return `${g.use('recordSet')}(${keys}, [${names.map((name) => sets.get(name)).join(', ')}], ${g.span(ir.span)})`;
  }
  const values = new Map(ir.fields.map(({ name, value }) => [name, storedValue(g, value, out)]));
  const items = `[${names.map((name) => values.get(name)).join(', ')}]`;
  return `${g.use('internFunction')}(${shapeText(g, names, keys)}, ${items})`;
}

const shapes = new WeakMap<Generator, Map<string, string>>();

/** The shape of records with these fields, made once. */
function shapeText(g: Generator, names: readonly string[], keys: string): string {
  const known = shapes.get(g) ?? new Map<string, string>();
  shapes.set(g, known);
  const name = JSON.stringify(names);
  let text = known.get(name);
  if (text === undefined) {
    text = g.fresh(`fields_${names.join('_')}`);
    known.set(name, text);
    g.top.push(`const ${text} = ${g.use('recordShape')}(${keys}).shape;`);
  }
  return text;
}
