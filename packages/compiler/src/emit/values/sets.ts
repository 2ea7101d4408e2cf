import type {
  Choose,
  Filter,
  FunctionDefinition,
  Ir,
  IrBound,
  Listing,
  Local,
  SetMap,
} from '../../lower/ir.js';
import type { Generator, Lines } from './generator.js';
import { bindElement, emitLoops, filterElements } from './loops.js';
import { storedValue } from './stored.js';

/** `{a, b}`, `<<a, b>>`, `A \X B` */
export function emitListing(g: Generator, ir: Listing, out: Lines): string {
  const span = g.span(ir.span);
  if (ir.op === 'product') {
    return `${g.use('productOf')}([${ir.elements.map((element) => g.value(element, out)).join(', ')}], ${span})`;
  }
  const elements = ir.elements.map((element) => storedValue(g, element, out));
  if (ir.op === 'tuple') return `${g.use('tupleOf')}([${elements.join(', ')}])`;
  if (elements.length < 2) return `${g.use('sortedSet')}([${elements.join(', ')}])`;
  return `${g.use('setOf')}([${elements.join(', ')}], ${span})`;
}

/** `{x \in S : P}` */
export function emitFilter(g: Generator, ir: Filter, out: Lines): string {
  if (mayBeEndless(ir.bound.set)) {
    const set = g.value(ir.bound.set, out);
    const body: Lines = [];
    const element = g.fresh('x');
    bindParts(g, ir.bound, element, body);
    const holds = g.truth(ir.body, body);
    const test = `(${element}) => {\n${[...body, `return ${holds};`, '}'].join('\n')}`;
    return `${g.use('filterOf')}(${set}, ${test}, ${g.span(ir.span)})`;
  }
  return `${g.use('sortedSet')}(${filterElements(g, ir, out)})`;
}

function bindParts(g: Generator, bound: IrBound, element: string, out: Lines): void {
  if (!bound.tuple) {
    g.locals.set(bound.locals[0] as Local, { text: element, later: false, stored: true });
    return;
  }
  for (const [index, local] of bound.locals.entries()) {
    const items = `${g.use('elementsOfTuple')}(${element}, ${bound.locals.length}, ${g.span(bound.span)})`;
    out.push(`const ${bindElement(g, local)} = ${items}[${index}];`);
  }
}

/** A list of what `{a, b}` and `{e : x \in S}` are made of: large sets stay as they are. */
export function emitParts(g: Generator, ir: Listing | SetMap, out: Lines): string {
  if (ir.op !== 'map') return `[${ir.elements.map((element) => g.value(element, out)).join(', ')}]`;
  const list = g.fresh('list');
  out.push(`const ${list} = [];`);
  emitLoops(g, ir.bounds, g.fresh('loop'), out, (inner) => {
    inner.push(`${list}.push(${g.value(ir.body, inner)});`);
  });
  return list;
}

/** `{e : x \in S}` */
export function emitMap(g: Generator, ir: SetMap, out: Lines): string {
  const list = g.fresh('list');
  out.push(`const ${list} = [];`);
  emitLoops(g, ir.bounds, g.fresh('loop'), out, (inner) => {
    inner.push(`${list}.push(${storedValue(g, ir.body, inner)});`);
  });
  return `${g.use('setOf')}(${list}, ${g.span(ir.span)})`;
}

/** `CHOOSE x \in S : P` */
export function emitChoose(g: Generator, ir: Choose, out: Lines): string {
  const result = g.fresh('chosen');
  const { locals } = ir.bound;
  out.push(`let ${result};`);
  emitLoops(g, [ir.bound], g.fresh('loop'), out, (inner) => {
    const condition = g.truth(ir.body, inner);
    const names = locals.map((local) => g.locals.get(local)?.text ?? '');
    const found = ir.bound.tuple ? `${g.use('tupleOf')}([${names.join(', ')}])` : names[0];
    inner.push(`if (${condition}) {`, `${result} = ${found};`, 'break;', '}');
  });
  out.push(`if (${result} === undefined) ${g.use('noChoice')}(${g.span(ir.span)});`);
  return result;
}

/** `[x \in S |-> e]` */
export function emitFunction(g: Generator, ir: FunctionDefinition, out: Lines): string {
  const span = g.span(ir.span);
  const domain = domainText(g, ir, out);
  const [bound] = ir.bounds;
  const isSimple =
    ir.bounds.length === 1 && bound !== undefined && (bound.tuple || bound.locals.length === 1);
  const argument = g.fresh('x');
  if (ir.self !== undefined || ir.bounds.some(({ set }) => mayBeEndless(set))) {
    const self = g.fresh(ir.self?.name ?? 'f');
    if (ir.self !== undefined) g.locals.set(ir.self, { text: self, later: false, stored: false });
    const body: Lines = [];
    bindArgument(g, ir, argument, isSimple, body);
    const value = g.value(ir.body, body);
    out.push(
      `const ${self} = ${g.use('lazyFunction')}(${domain}, (${argument}) => {`,
      ...body,
      `return ${value};`,
      '});',
    );
    return self;
  }
  const shape = g.fresh('shape');
  const items = g.fresh('items');
  const index = g.fresh('i');
  out.push(
    `const ${shape} = ${g.use('shapeOver')}(${domain}, ${span}), ${items} = new Array(${shape}.size);`,
  );
  out.push(
    `for (let ${index} = 0; ${index} < ${shape}.size; ${index}++) {`,
    `const ${argument} = ${shape}.domain[${index}];`,
  );
  const body: Lines = [];
  bindArgument(g, ir, argument, isSimple, body);
  const value = storedValue(g, ir.body, body);
  out.push(...body, `${items}[${index}] = ${value};`, '}');
  return `${g.use('internFunction')}(${shape}, ${items})`;
}

/** The domain: of several names, pairs, triples, … */
function domainText(g: Generator, ir: FunctionDefinition, out: Lines): string {
  const sets = ir.bounds.flatMap(({ set, locals, tuple }) => {
    const text = g.value(set, out);
    return tuple || locals.length === 1 ? [text] : locals.map(() => text);
  });
  return sets.length === 1
    ? (sets[0] as string)
    : `${g.use('productOf')}([${sets.join(', ')}], ${g.span(ir.span)})`;
}

/** Binds the names to an argument, or to the parts of it. */
export function bindArgument(
  g: Generator,
  ir: FunctionDefinition,
  argument: string,
  isSimple: boolean,
  out: Lines,
): void {
  const [bound] = ir.bounds;
  if (isSimple && bound !== undefined) return bindParts(g, bound, argument, out);
  let position = 0;
  for (const each of ir.bounds) {
    for (const local of each.tuple ? [undefined] : each.locals) {
      const part = `${argument}.items[${position}]`;
      position += 1;
      if (local === undefined) bindParts(g, each, part, out);
      else out.push(`const ${bindElement(g, local)} = ${part};`);
    }
  }
}

const endless: ReadonlySet<string> = new Set(['Nat', 'Int', 'STRING', 'Seq']);

/** Whether a set is written as one that may have no end. */
export function mayBeEndless(ir: Ir): boolean {
  if (ir.op === 'builtin') {
    return (
      endless.has(ir.name) ||
      (ir.name !== '..' && ir.element === undefined && ir.arguments.some(mayBeEndless))
    );
  }
  if (ir.op === 'product') return ir.elements.some(mayBeEndless);
  if (ir.op === 'functionSet') return mayBeEndless(ir.domain) || mayBeEndless(ir.range);
  if (ir.op === 'recordSet') return ir.fields.some(({ value }) => mayBeEndless(value));
  if (ir.op === 'filter') return mayBeEndless(ir.bound.set);
  return (
    ir.op === 'call' &&
    ir.arguments.length === 0 &&
    !ir.definition.recursive &&
    mayBeEndless(ir.definition.body)
  );
}
