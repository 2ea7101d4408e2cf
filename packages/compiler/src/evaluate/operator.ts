import type { Definition } from '../parse/syntax.js';
import type { Code, Compile, Environment, Layout, Operator } from './code.js';
import { bindParameters } from './environment.js';

/** The operator of a definition with parameters. Its body is compiled when it is first asked for: it may call itself. */
export function operatorOf(
  definition: Definition,
  layout: Layout,
  environment: () => Environment,
  compile: Compile,
): Operator {
  const { parameters } = definition;
  let body: Code | undefined;
  return {
    definition,
    parameters,
    layout,
    body: () => (body ??= compile(definition.body, bindParameters({ ...environment(), layout }, parameters))),
  };
}
