import type { Call, Ir, IrDefinition, Local, LocalUse } from '../../lower/ir.js';
import { type Generator, type LetPlace, type Lines, later, type Reach } from './generator.js';
import { filterElements } from './loops.js';
import { dependencies, emitLifted, emitRemembered, isRepeated, isWorthRemembering } from './memo.js';
import { mayBeEndless } from './sets.js';
import { isStored } from './stored.js';
import { type Uses, usesOf } from './uses.js';

export function emitLocal(g: Generator, ir: LocalUse): string {
  const place = g.locals.get(ir.local);
  if (place === undefined) throw new Error(`${ir.local.name} is not bound`);
  const { text } = place;
  return place.later ? `(typeof ${text} === 'function' ? ${text}() : ${text})` : text;
}

/** A definition that is used, with its arguments. */
export function emitCall(g: Generator, ir: Call, out: Lines): string {
  const place = g.lets.get(ir.definition);
  if (place?.type === 'text') return place.text;
  if (place?.type === 'elements') return `${g.use('sortedSet')}(${place.text})`;
  if (place?.type === 'inline') return g.value(place.body, out);
  const name = place === undefined ? g.definition(ir.definition) : place.name;
  const texts = ir.arguments.map((argument, index) => {
    const parameter = ir.definition.parameters[index];
    return parameter === undefined || g.strict.isStrict(ir.definition, parameter)
      ? g.value(argument, out)
      : argumentText(g, argument, out);
  });
  return `${name}(${texts.join(', ')})`;
}

/** An argument that may not be evaluated: what costs nothing and cannot fail is, of the rest a function is passed. */
function argumentText(g: Generator, ir: Ir, out: Lines): string {
  if (ir.op === 'local') return g.locals.get(ir.local)?.text ?? emitLocal(g, ir);
  if (isHarmless(ir)) return g.value(ir, out);
  return `${g.use('lazily')}(${later(g, ir)})`;
}

function isHarmless(ir: Ir): boolean {
  if (ir.op === 'tuple') return ir.elements.every(isHarmless);
  return ir.op === 'constant' || ir.op === 'variable';
}

function bindParameters(g: Generator, definition: IrDefinition): string[] {
  return definition.parameters.map((parameter) => {
    const text = g.fresh(parameter.name);
    g.locals.set(parameter, { text, later: !g.strict.isStrict(definition, parameter), stored: false });
    return text;
  });
}

/** The function of a definition at the top of a module. */
export function emitDefinition(g: Generator, definition: IrDefinition, name: string): void {
  const { assigning, hoisting, lifted } = g;
  g.assigning = false;
  g.hoisting = false;
  g.lifted = true;
  if (definition.recursive) g.recursions.set(name, definition.body.span);
  const parameters = bindParameters(g, definition);
  const body: Lines = [];
  const evaluate = (out: Lines): string => g.value(definition.body, out);
  const reads = readsOf(g, definition);
  if (definition.parameters.length > 0 && reads.length > 0 && isWorthRemembering(g, definition)) {
    const lazy = parameters.filter(
      (_, i) => !g.strict.isStrict(definition, definition.parameters[i] as Local),
    );
    emitRemembered(g, [...reads, ...parameters], evaluate, body, lazy);
    g.top.push(`function ${name}(${parameters.join(', ')}) {`, ...body, '}');
  } else if (definition.parameters.length > 0 || !isWorthKeeping(definition.body)) {
    const text = evaluate(body);
    g.top.push(`function ${name}(${parameters.join(', ')}) {`, ...body, `return ${text};`, '}');
  } else emitKept(g, name, reads, evaluate);
  g.assigning = assigning;
  g.hoisting = hoisting;
  g.lifted = lifted;
}

function readsOf(g: Generator, definition: IrDefinition): string[] {
  const { unprimed, primed } = g.facts.variables(definition);
  return [...[...unprimed].map((index) => `x${index}`), ...[...primed].map((index) => `p${index}`)];
}

/** A definition without parameters, whose value is kept until one of the variables that it reads has another. */
function emitKept(
  g: Generator,
  name: string,
  reads: readonly string[],
  evaluate: (out: Lines) => string,
): void {
  const known = g.fresh('known');
  const marks = reads.map((read) => `${known}_${read}`);
  const isKnown = [`${known} !== undefined`, ...reads.map((read, index) => `${marks[index]} === ${read}`)];
  const body: Lines = [];
  const text = evaluate(body);
  g.top.push(`var ${[known, ...marks].join(', ')};`, `function ${name}() {`);
  g.top.push(`if (${isKnown.join(' && ')}) return ${known};`, ...body, `const value = ${text};`);
  for (const [index, read] of reads.entries()) g.top.push(`${marks[index]} = ${read};`);
  g.top.push(`return ${known} = value;`, '}');
}

/** Whether a value is kept for as long as the variables that it comes from stay as they are. */
function isWorthKeeping(body: Ir): boolean {
  return body.op !== 'constant' && body.op !== 'variable';
}

/** Definitions of a LET. @param isStrict whether one is evaluated in any case @param places where they are in scope */
export function emitLets(
  g: Generator,
  definitions: readonly IrDefinition[],
  isStrict: (definition: IrDefinition) => boolean,
  places: Parameters<typeof usesOf>[1],
  out: Lines,
): void {
  g.facts.enter(definitions);
  // Recursive ones are used before they are written.
  for (const definition of definitions) {
    if (definition.parameters.length > 0 || definition.recursive) {
      g.lets.set(definition, { type: 'function', name: g.fresh(definition.name) });
    }
  }
  for (const definition of definitions) {
    const known = g.lets.get(definition);
    if (known?.type === 'function' && (definition.parameters.length > 0 || definition.recursive)) {
      emitLocalFunction(g, definition, known.name, out);
    } else {
      g.lets.set(definition, placeOf(g, definition, isStrict(definition), usesOf(definition, places), out));
    }
  }
}

function emitLocalFunction(g: Generator, definition: IrDefinition, name: string, out: Lines): void {
  if (definition.recursive) g.recursions.set(name, definition.body.span);
  const parameters = bindParameters(g, definition).join(', ');
  const body: Lines = [];
  const text = g.value(definition.body, body);
  out.push(`const ${name} = (${parameters}) => {`, ...body, `return ${text};`, '};');
}

function placeOf(
  g: Generator,
  definition: IrDefinition,
  isStrict: boolean,
  uses: Uses,
  out: Lines,
): LetPlace {
  const { body } = definition;
  const isSimple = body.op === 'constant' || body.op === 'variable' || body.op === 'local';
  if (isSimple || uses.count <= 1 || g.facts.isClosed(body)) return { type: 'inline', body };
  const list = uses.listed && body.op === 'filter' && !mayBeEndless(body.bound.set) ? body : undefined;
  const evaluate = (into: Lines): string =>
    list === undefined ? g.value(body, into) : filterElements(g, list, into);
  const placed = (text: string, reach: Reach): LetPlace =>
    list === undefined
      ? { type: 'text', text, stored: isStored(g, body), reach }
      : { type: 'elements', text, reach };
  const values = g.lifted || mayBeEndless(body) ? undefined : dependencies(g, body);
  if (values !== undefined && !isStrict)
    return placed(emitLifted(g, definition.name, values, true, evaluate), 'program');
  const name = g.fresh(definition.name);
  if (changes(g, definition)) {
    out.push(`const ${name} = ${later(g, body)};`);
    return { type: 'function', name };
  }
  if (isStrict) {
    const inner =
      values === undefined
        ? evaluate(out)
        : emitLifted(g, definition.name, values, isRepeated(g, values), evaluate);
    out.push(`const ${name} = ${inner};`);
    return placed(name, 'name');
  }
  const kept = g.fresh('kept');
  const inner: Lines = [];
  const text = evaluate(inner);
  out.push(`let ${kept};`, `const ${name} = () => {`, `if (${kept} !== undefined) return ${kept};`, ...inner);
  out.push(`return ${kept} = ${text};`, '};');
  return placed(`${name}()`, 'place');
}

/** Whether a definition reads variables that are being assigned: its value may be another one each time. */
function changes(g: Generator, definition: IrDefinition): boolean {
  if (!g.assigning) return false;
  const { unprimed, primed } = g.facts.variables(definition);
  return g.inInit ? unprimed.size > 0 : primed.size > 0;
}
