import { reachable, variablesOf } from '../../lower/free.js';
import type { Ir, IrDefinition, Local } from '../../lower/ir.js';
import { subterms } from '../../lower/walk.js';
import type { Generator, Lines } from './generator.js';

/** As many values as a remembered result may depend on. */
const most = 5;

const loops: ReadonlySet<Ir['op']> = new Set(['forall', 'exists', 'filter', 'map', 'choose', 'function']);

/** Whether an expression goes through a set. */
export function isLoop(ir: Ir): boolean {
  return loops.has(ir.op);
}

/** What the value of an expression depends on, as texts of the code. */
export interface Dependencies {
  readonly variables: readonly string[];
  /** Names that are bound around it. */
  readonly locals: readonly string[];
}

/** Undefined if some of it cannot be passed to a function of the program. */
export function dependencies(g: Generator, ir: Ir): Dependencies | undefined {
  const { unprimed, primed } = variablesOf(ir);
  const locals = new Set<string>();
  const seen = new Set<IrDefinition>();
  const look = (inner: Ir): boolean => [...g.facts.free(inner)].every(canPass);
  const canPass = (name: Local | IrDefinition): boolean => {
    if (!('body' in name)) {
      const place = g.locals.get(name);
      if (place === undefined || place.later || !place.stored) return false;
      locals.add(place.text);
      return true;
    }
    const place = g.lets.get(name);
    if (place === undefined || place.type === 'function') return false;
    if (place.type !== 'inline' && place.reach === 'name') {
      locals.add(place.text);
      return true;
    }
    if (place.type !== 'inline' && place.reach === 'place') return false;
    if (seen.has(name)) return true;
    seen.add(name);
    return look(name.body);
  };
  if (!look(ir)) return undefined;
  return {
    variables: [...[...unprimed].map((index) => `x${index}`), ...[...primed].map((index) => `p${index}`)],
    locals: [...locals],
  };
}

/** Whether an expression in a plan is evaluated again with the same values: some loop around it does not change them. */
export function isRepeated(g: Generator, { locals }: Dependencies): boolean {
  return g.loops.some((name) => !locals.includes(name));
}

/**
 * Writes the evaluation of an expression as a function of its own, which is quicker than one large function.
 *
 * @param remember whether it is done once for the same values, as long as these are not crowded out of memory
 * @returns the text of the call
 */
export function emitLifted(
  g: Generator,
  name: string,
  { variables, locals }: Dependencies,
  remember: boolean,
  evaluate: (out: Lines) => string,
): string {
  const lifted = g.fresh(name);
  const body: Lines = [];
  const outer = g.lifted;
  g.lifted = true;
  const values = [...variables, ...locals];
  if (remember && values.length > 0 && values.length <= most) emitRemembered(g, values, evaluate, body);
  else {
    const text = evaluate(body);
    body.push(`return ${text};`);
  }
  g.lifted = outer;
  g.top.push(`function ${lifted}(${locals.join(', ')}) {`, ...body, '}');
  return `${lifted}(${locals.join(', ')})`;
}

/** Whether what a definition with parameters gave is worth remembering: it goes through sets, and depends on few values. */
export function isWorthRemembering(g: Generator, definition: IrDefinition): boolean {
  const { unprimed, primed } = g.facts.variables(definition);
  const count = unprimed.size + primed.size + definition.parameters.length;
  if (count > most || definition.recursive) return false;
  return [definition.body, ...[...reachable(definition.body)].map(({ body }) => body)].some(hasLoop);
}

function hasLoop(ir: Ir): boolean {
  return isLoop(ir) || subterms(ir).some(hasLoop);
}

/**
 * Writes the body of a function whose results are remembered beside the values that they depend on.
 *
 * @param lazy those that may be functions, not evaluated yet: with one that is, nothing is remembered
 */
export function emitRemembered(
  g: Generator,
  values: readonly string[],
  evaluate: (out: Lines) => string,
  out: Lines,
  lazy: readonly string[] = [],
): void {
  const width = values.length + 1;
  const memory = g.fresh('memory');
  g.top.push(`var ${memory} = ${g.use('memory')}(${width});`);
  const same = values.map((value, index) => `${memory}[slot + ${index}] === ${value}`);
  const slot = `${g.use(`slot${values.length}`)}(${values.join(', ')}) * ${width}`;
  const known = lazy.map((value) => `typeof ${value} !== 'function'`).join(' && ');
  out.push(lazy.length === 0 ? `const slot = ${slot};` : `const slot = ${known} ? ${slot} : -1;`);
  const isRoom = lazy.length === 0 ? [] : ['slot >= 0'];
  out.push(`if (${[...isRoom, ...same].join(' && ')}) return ${memory}[slot + ${values.length}];`);
  const text = evaluate(out);
  out.push(`const result = ${text};`);
  if (lazy.length > 0) out.push('if (slot < 0) return result;');
  for (const [index, value] of [...values, 'result'].entries())
    out.push(`${memory}[slot + ${index}] = ${value};`);
  out.push('return result;');
}
