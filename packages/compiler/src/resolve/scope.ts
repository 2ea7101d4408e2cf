import { InputError, type Place } from '@synod/tla';
import type { Module, Statement } from '../parse/module.js';
import { type Definition, type Expression, placeOf, type Span } from '../parse/syntax.js';

/** What a name stands for in a module. */
export type Entity =
  | { readonly type: 'variable'; readonly name: string; readonly index: number }
  | { readonly type: 'constant'; readonly name: string; readonly arity: number; readonly span: Span }
  | { readonly type: 'definition'; readonly definition: Definition; readonly scope: Scope }
  | { readonly type: 'standard'; readonly name: string }
  /** What WITH puts in the place of a constant or a variable, to be read in the scope of the INSTANCE. */
  | {
      readonly type: 'substituted';
      readonly name: string;
      readonly expression: Expression;
      readonly scope: Scope;
    }
  | { readonly type: 'instance'; readonly name: string; readonly scope: Scope }
  /** `I(x) == INSTANCE M` */
  | { readonly type: 'unsupported'; readonly construct: string };

/** The names of one module, as seen from one chain of INSTANCEs. */
export interface Scope {
  readonly module: Module;
  readonly names: Map<string, Entity>;
  /** Names that EXTENDS and INSTANCE do not pass on. */
  readonly local: Set<string>;
  readonly assumptions: Statement[];
}

/** Puts a name into a scope. The same thing may come twice, over two paths; two things of one name may not. */
export function declare(scope: Scope, name: string, entity: Entity, place: Place): void {
  const known = scope.names.get(name);
  if (known !== undefined && known !== entity) {
    throw new InputError('tla-duplicate', `\`${name}\` is declared or defined twice`, place);
  }
  scope.names.set(name, entity);
}

/** A named ASSUME or THEOREM, which can be used like a definition. */
export function statementAsDefinition(name: string, statement: Statement): Definition {
  const { span, body } = statement;
  return { type: 'definition', name, parameters: [], body, span, recursive: false, local: false };
}

/** An error about a name that nothing declares. */
export function unknownName(name: string, span: Span, hint = ''): InputError {
  return new InputError(
    'tla-unknown-name',
    `\`${name}\` is neither declared nor defined${hint}`,
    placeOf(span),
  );
}
