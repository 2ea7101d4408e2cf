import { InputError, type TlaValue } from '@synod/tla';
import type { Application, Span } from '../parse/syntax.js';
import { lookUp } from '../resolve/look-up.js';
import type { Entity, Scope } from '../resolve/scope.js';
import { unknownName } from '../resolve/scope.js';
import type { Code, Program } from './code.js';
import { compile } from './compile.js';
import { topEnvironment } from './environment.js';
import type { Frame, Run } from './frame.js';
import { topOperator } from './program.js';

/** An operator as it is asked for from outside. */
export interface Entry {
  readonly parameters: readonly string[];
  /** Its body, for errors about its value as a whole. */
  readonly span: Span;
  /** Its value with these arguments, remembered for the state where there are none. */
  readonly run: (values: readonly TlaValue[]) => ReturnType<Run>;
  /** Its body and a frame to explain it in. */
  readonly open: (values: readonly TlaValue[]) => { readonly code: Code; readonly frame: Frame };
}

/**
 * Finds an operator by a name such as `Phase1b` or `V!C!Inv`, once a name.
 * @throws InputError `tla-unknown-name`, and if the number of arguments is another than that of the parameters `tla-arity`
 */
export function entries(
  scope: Scope,
  program: Program,
): (name: string, values: readonly TlaValue[]) => Entry {
  const known = new Map<string, Entry>();
  return (name, values) => {
    let entry = known.get(name);
    if (entry === undefined) {
      entry = entryOf(name, scope, program);
      known.set(name, entry);
    }
    if (entry.parameters.length !== values.length) {
      throw new InputError(
        'tla-arity',
        `${name} takes ${entry.parameters.length} arguments, not ${values.length}`,
      );
    }
    return entry;
  };
}

function entryOf(name: string, scope: Scope, program: Program): Entry {
  const steps = name.split('!');
  const expression: Application = {
    type: 'apply',
    form: 'name',
    path: steps.slice(0, -1),
    name: steps.at(-1) ?? name,
    arguments: [],
    span: { file: scope.module.file, line: 1, column: 1, endLine: 1, endColumn: 1, text: name },
  };
  const entity = lookUp(expression, scope, true);
  if (entity === undefined) throw unknownName(name, expression.span);
  if (entity.type === 'definition' && !entity.definition.recursive)
    return definitionEntry(entity, expression, scope, program);
  const code = compile(expression, topEnvironment(scope, program));
  const frame: Frame = { slots: [], parent: undefined };
  const { span } = entity.type === 'definition' ? entity.definition.body : expression;
  return { parameters: [], span, run: () => code.run(frame), open: () => ({ code, frame }) };
}

function definitionEntry(
  entity: Extract<Entity, { type: 'definition' }>,
  expression: Application,
  scope: Scope,
  program: Program,
): Entry {
  const operator = topOperator(entity, program, compile);
  for (const { name, arity } of operator.parameters) {
    if (arity > 0) {
      throw new InputError('tla-unsupported', `${expression.name} has the operator ${name} for a parameter`);
    }
  }
  const open = (values: readonly TlaValue[]): { code: Code; frame: Frame } => {
    const code = operator.body();
    const slots = new Array<Frame['slots'][number]>(operator.layout.size);
    for (let i = 0; i < values.length; i++) slots[i] = values[i];
    return { code, frame: { slots, parent: undefined } };
  };
  const { span } = entity.definition.body;
  if (operator.parameters.length === 0) {
    const remembered = compile(expression, topEnvironment(scope, program));
    return { parameters: [], span, open, run: () => remembered.run({ slots: [], parent: undefined }) };
  }
  return {
    parameters: operator.parameters.map(({ name }) => name),
    span,
    open,
    run: (values) => {
      const { code, frame } = open(values);
      return code.run(frame);
    },
  };
}
