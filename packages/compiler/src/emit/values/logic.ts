import type { Case, If, Ir, Junction, Quantifier } from '../../lower/ir.js';
import { fieldTestOf } from './field-test.js';
import type { Generator, Lines } from './generator.js';
import { emitLoops } from './loops.js';

/** `/\` and `\/`: from left to right, until it is decided. */
export function emitJunction(g: Generator, ir: Junction, out: Lines): string {
  const [isAnd, sign] = ir.op === 'and' ? [true, '&&'] : [false, '||'];
  if (ir.items.length === 0) return String(isAnd);
  let pending: string[] = [];
  let result: string | undefined;
  const join = (): string =>
    pending.length === 1 ? (pending[0] as string) : `(${pending.join(` ${sign} `)})`;
  for (const item of ir.items) {
    const before: Lines = [];
    const text = g.truth(item, before);
    if (before.length === 0) {
      pending.push(text);
      continue;
    }
    if (pending.length > 0) {
      if (result === undefined) {
        result = g.fresh('b');
        out.push(`let ${result} = ${join()};`);
      } else out.push(`if (${isAnd ? '' : '!'}${result}) ${result} = ${join()};`);
    }
    if (result === undefined) {
      out.push(...before);
    } else {
      out.push(`if (${isAnd ? '' : '!'}${result}) {`, ...before, `${result} = ${text};`, '}');
    }
    pending = result === undefined ? [text] : [];
  }
  if (result === undefined) return join();
  if (pending.length > 0) out.push(`if (${isAnd ? '' : '!'}${result}) ${result} = ${join()};`);
  return result;
}

/** `P => Q` */
export function emitImplication(g: Generator, left: Ir, right: Ir, out: Lines): string {
  const premise = g.truth(left, out);
  const before: Lines = [];
  const text = g.truth(right, before);
  if (before.length === 0) return `(!${premise} || ${text})`;
  const result = g.fresh('b');
  out.push(`let ${result} = true;`, `if (${premise}) {`, ...before, `${result} = ${text};`, '}');
  return result;
}

export function emitQuantifier(g: Generator, ir: Quantifier, out: Lines): string {
  const isAll = ir.op === 'forall';
  const result = g.fresh('b');
  const label = g.fresh('loop');
  const several = ir.bounds.reduce((count, { locals, tuple }) => count + (tuple ? 1 : locals.length), 0) > 1;
  out.push(`let ${result} = ${isAll};`);
  const body = (inner: Lines): void => {
    const condition = g.truth(ir.body, inner);
    inner.push(`if (${isAll ? '!' : ''}${condition}) {`, `${result} = ${!isAll};`);
    inner.push(several ? `break ${label};` : 'break;', '}');
  };
  emitLoops(g, ir.bounds, label, out, body, (local) => fieldTestOf(ir.body, local, isAll));
  return result;
}

/** IF, giving a value or a truth as its branches are asked. */
export function emitIf(g: Generator, ir: If, ask: (ir: Ir, out: Lines) => string, out: Lines): string {
  const condition = g.truth(ir.condition, out);
  const [before, after]: [Lines, Lines] = [[], []];
  const yes = ask(ir.consequent, before);
  const no = ask(ir.alternative, after);
  if (before.length + after.length === 0) return `(${condition} ? ${yes} : ${no})`;
  const result = g.fresh('t');
  out.push(`let ${result};`, `if (${condition}) {`, ...before, `${result} = ${yes};`);
  out.push('} else {', ...after, `${result} = ${no};`, '}');
  return result;
}

export function emitCase(g: Generator, ir: Case, ask: (ir: Ir, out: Lines) => string, out: Lines): string {
  const result = g.fresh('t');
  out.push(`let ${result};`);
  for (const { condition, value } of ir.arms) {
    const before: Lines = [];
    const text = g.truth(condition, before);
    const inner: Lines = [];
    const given = ask(value, inner);
    out.push(...before, `if (${text}) {`, ...inner, `${result} = ${given};`, '} else {');
  }
  if (ir.other === undefined) out.push(`${g.use('noArm')}(${g.span(ir.span)});`);
  else {
    const inner: Lines = [];
    const given = ask(ir.other, inner);
    out.push(...inner, `${result} = ${given};`);
  }
  for (const _ of ir.arms) out.push('}');
  return result;
}
