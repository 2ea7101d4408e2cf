import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Expression, linesOf, type Module, parseModule, type Span } from '@synod/compiler';
import { InputError } from '@synod/tla';
import { type Token, tokensOfLine } from './tokens.js';

/** Something that a module gives a name to. */
export interface SpecDefinition {
  readonly module: string;
  readonly name: string;
  readonly kind: 'definition' | 'instance' | 'assumption' | 'theorem' | 'constant' | 'variable';
  readonly formals: readonly string[];
  readonly file: string;
  /** Where it begins. */
  readonly line: number;
  /** What stands after its `==`, comments left out; nothing for what is only declared. */
  readonly text: readonly Token[];
  readonly body: Expression | undefined;
}

/**
 * All that a module names, in its order: definitions, named instances, assumptions and theorems, constants and
 * variables.
 *
 * @param folder where `<module>.tla` lies; the definitions' files are this joined with its name
 * @throws InputError if it cannot be read, or is no TLA+
 */
export async function readDefinitions(folder: string, module: string): Promise<readonly SpecDefinition[]> {
  const file = join(folder, `${module}.tla`);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new InputError('no-module', 'this module cannot be read', { file }, { cause });
  });
  return definitionsOf(await parseModule(text, file));
}

/** The same, of a module that has been read. */
export function definitionsOf(module: Module): readonly SpecDefinition[] {
  const described = (
    kind: SpecDefinition['kind'],
    name: string,
    { file, line }: Span,
    rest: Partial<SpecDefinition> = {},
  ): SpecDefinition => ({
    module: module.name,
    name,
    kind,
    formals: [],
    file,
    line,
    text: [],
    body: undefined,
    ...rest,
  });
  return module.units.flatMap((unit): readonly SpecDefinition[] => {
    const text = (): readonly Token[] => textAfterEquals(module, unit.span);
    switch (unit.type) {
      case 'constants':
      case 'variables': {
        const kind = unit.type === 'constants' ? 'constant' : 'variable';
        return unit.names.map(({ name, span }) => described(kind, name, span));
      }
      case 'definition':
      case 'instance': {
        if (unit.name === undefined) return [];
        const formals = unit.parameters.map(({ name }) => name);
        const body = unit.type === 'definition' ? unit.body : undefined;
        return [described(unit.type, unit.name, unit.span, { formals, text: text(), body })];
      }
      case 'assume':
      case 'theorem': {
        if (unit.name === undefined) return [];
        const kind = unit.type === 'assume' ? 'assumption' : 'theorem';
        return [described(kind, unit.name, unit.span, { text: text(), body: unit.body })];
      }
    }
  });
}

function textAfterEquals(module: Module, span: Span): readonly Token[] {
  const tokens = linesOf(module, span)
    .flatMap(({ code, line }) => tokensOfLine(code, line))
    .filter(({ line, column }) => line > span.line || column >= span.column)
    .filter(({ line, column }) => line < span.endLine || column < span.endColumn);
  return tokens.slice(tokens.findIndex(({ text }) => text === '==') + 1);
}
