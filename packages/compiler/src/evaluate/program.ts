import type { Entity } from '../resolve/scope.js';
import type { Compile, Operator, Program } from './code.js';
import { compileRecursiveFunction } from './compile-binding.js';
import { topEnvironment } from './environment.js';
import { Cell, type Run } from './frame.js';
import { operatorOf } from './operator.js';

type Definition = Extract<Entity, { type: 'definition' }>;
type Substituted = Extract<Entity, { type: 'substituted' }>;

/** The operator of a definition with parameters at the top of a module; the same one each time. */
export function topOperator(entity: Definition, program: Program, compile: Compile): Operator {
  const known = program.operators.get(entity);
  if (known !== undefined) return known;
  const environment = topEnvironment(entity.scope, program);
  const operator = operatorOf(entity.definition, environment.layout, () => environment, compile);
  program.operators.set(entity, operator);
  return operator;
}

/** What evaluates a definition without parameters, or what WITH put for a name, once in each state. */
export function cellOf(entity: Definition | Substituted, program: Program, compile: Compile): Run {
  const known = program.cells.get(entity);
  if (known !== undefined) return known;
  let cell: Cell | undefined;
  const run: Run = () => (cell ??= makeCell(entity, program, compile)).get();
  program.cells.set(entity, run);
  return run;
}

function makeCell(entity: Definition | Substituted, program: Program, compile: Compile): Cell {
  const environment = topEnvironment(entity.scope, program);
  const { layout } = environment;
  const expression = entity.type === 'definition' ? entity.definition.body : entity.expression;
  const run =
    entity.type === 'definition' && entity.definition.recursive && expression.type === 'function'
      ? compileRecursiveFunction(expression, environment, compile)
      : compile(expression, environment).run;
  // Each evaluation has a frame of its own: a value may keep the one it was made in.
  const runFresh: Run = () => run({ slots: new Array(layout.size), parent: undefined });
  return new Cell(program.machine, runFresh, { slots: [], parent: undefined });
}
