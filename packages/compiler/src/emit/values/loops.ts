import type { Ir, IrBound, Local } from '../../lower/ir.js';
import { type FieldTest, fieldTestOf } from './field-test.js';
import { type Generator, type Lines, named } from './generator.js';
import { storedValue } from './stored.js';

/** A loop that is to be written: what stands at its beginning, and how its element is bound. */
interface Loop {
  readonly head: string;
  readonly bind: () => Lines;
}

export function bindElement(g: Generator, local: Local): string {
  const text = g.fresh(local.name);
  g.locals.set(local, { text, later: false, stored: true });
  return text;
}

/**
 * Writes nested loops over the elements that bounds range over, as TLC goes through them: the sets are evaluated first, and the
 * first name varies fastest.
 *
 * @param label what `break` can leave all of them by
 */
export function emitLoops(
  g: Generator,
  bounds: readonly IrBound[],
  label: string,
  out: Lines,
  body: (inner: Lines) => void,
  test?: (local: Local) => FieldTest | undefined,
): void {
  const loops = bounds.flatMap((bound) => {
    if (bound.tuple) return [loopOver(g, bound.set, out, (element) => bindTuple(g, bound, element))];
    const [first, ...others] = bound.locals;
    if (first === undefined) return [];
    if (others.length === 0)
      return [loopOver(g, bound.set, out, first, bounds.length === 1 ? test?.(first) : undefined)];
    const elements = named(g, elementsText(g, bound.set, out), out, 's');
    return bound.locals.map((local) => loopOverArray(g, elements, local));
  });
  const inner: Lines = [];
  const outward = loops.toReversed();
  for (const [index, loop] of outward.entries()) {
    inner.push(`${index === 0 && outward.length > 1 ? `${label}: ` : ''}${loop.head} {`, ...loop.bind());
  }
  body(inner);
  for (const _ of outward) inner.push('}');
  out.push(...inner);
}

function loopOver(
  g: Generator,
  set: Ir,
  out: Lines,
  bind: Local | ((element: string) => Lines),
  test?: FieldTest,
): Loop {
  if (typeof bind !== 'function' && set.op === 'builtin' && set.name === '..') {
    const [low, high] = set.arguments.map((end) => {
      const text = g.value(end, out);
      return /^-?\d+$/.test(text)
        ? text
        : named(g, `${g.use('bound')}(${text}, ${g.span(set.span)})`, out, 'n');
    });
    const text = bindElement(g, bind);
    return { head: `for (let ${text} = ${low}; ${text} <= ${high}; ${text}++)`, bind: () => [] };
  }
  return loopOverArray(g, named(g, elementsText(g, set, out, test), out, 's'), bind);
}

function loopOverArray(g: Generator, elements: string, bind: Local | ((element: string) => Lines)): Loop {
  const index = g.fresh('i');
  const head = `for (let ${index} = 0; ${index} < ${elements}.length; ${index}++)`;
  if (typeof bind === 'function') return { head, bind: () => bind(`${elements}[${index}]`) };
  const text = bindElement(g, bind);
  return { head, bind: () => [`const ${text} = ${elements}[${index}];`] };
}

/** `<<x, y>> \in S` */
function bindTuple(g: Generator, bound: IrBound, element: string): Lines {
  const items = g.fresh('e');
  const lines = [
    `const ${items} = ${g.use('elementsOfTuple')}(${element}, ${bound.locals.length}, ${g.span(bound.span)});`,
  ];
  for (const [index, local] of bound.locals.entries())
    lines.push(`const ${bindElement(g, local)} = ${items}[${index}];`);
  return lines;
}

/** The text of an array of a set's elements, in order. A set that is only gone through is not made. */
export function elementsText(g: Generator, set: Ir, out: Lines, test?: FieldTest): string {
  if (set.op === 'filter' && !g.facts.isClosed(set)) return filterElements(g, set, out);
  if (set.op === 'set' && set.elements.length === 1 && !g.facts.isClosed(set)) {
    return `[${storedValue(g, set.elements[0] as Ir, out)}]`;
  }
  if (set.op === 'call') {
    const place = g.lets.get(set.definition);
    if (place?.type === 'elements') return place.text;
  }
  const text = g.value(set, out);
  if (test === undefined) return `${g.use('elementsOf')}(${text}, ${g.span(set.span)})`;
  return `${g.use('elementsWith')}(${text}, ${g.constant(test.field)}, ${g.constant(test.value)}, ${g.span(set.span)})`;
}

/** The elements of `{x \in S : P}`. */
export function filterElements(g: Generator, filter: Ir & { readonly op: 'filter' }, out: Lines): string {
  const kept = g.fresh('kept');
  out.push(`const ${kept} = [];`);
  const { bound, body } = filter;
  const [only] = bound.locals;
  const test = only === undefined || bound.tuple ? undefined : fieldTestOf(body, only);
  const elements = named(g, elementsText(g, bound.set, out, test), out, 's');
  const element = g.fresh('x');
  const index = g.fresh('i');
  out.push(
    `for (let ${index} = 0; ${index} < ${elements}.length; ${index}++) {`,
    `const ${element} = ${elements}[${index}];`,
  );
  const inner: Lines = [];
  if (bound.tuple) inner.push(...bindTuple(g, bound, element));
  else g.locals.set(bound.locals[0] as Local, { text: element, later: false, stored: true });
  const condition = g.truth(body, inner);
  out.push(...inner, `if (${condition}) ${kept}.push(${element});`, '}');
  return kept;
}
