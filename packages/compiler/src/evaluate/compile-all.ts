import type { Scope } from '../resolve/scope.js';
import type { Program } from './code.js';
import { compile } from './compile.js';
import { compileRecursiveFunction } from './compile-binding.js';
import { topEnvironment } from './environment.js';
import { topOperator } from './program.js';

/**
 * Compiles every definition that can be reached, so that an unknown name or a wrong number of arguments is found at once and
 * not when a definition happens to be evaluated.
 */
export function compileAll(scope: Scope, program: Program, seen: Set<Scope> = new Set()): void {
  if (seen.has(scope)) return;
  seen.add(scope);
  for (const entity of scope.names.values()) {
    switch (entity.type) {
      case 'definition': {
        compileAll(entity.scope, program, seen);
        const { recursive, body } = entity.definition;
        const environment = topEnvironment(entity.scope, program);
        if (recursive && body.type === 'function') compileRecursiveFunction(body, environment, compile);
        else topOperator(entity, program, compile).body();
        break;
      }
      case 'substituted':
        compile(entity.expression, topEnvironment(entity.scope, program));
        break;
      case 'instance':
        compileAll(entity.scope, program, seen);
        break;
      case 'variable':
      case 'constant':
      case 'standard':
      case 'unsupported':
        break;
    }
  }
  for (const { body } of scope.assumptions) compile(body, topEnvironment(scope, program));
}
