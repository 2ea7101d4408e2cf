import type { Names } from './names.js';

/** Definitions of a generated module, each made once however often it is asked for. */
export interface Definitions {
  /** All, each behind what it uses. */
  readonly lines: readonly string[];
  /** The name of an operator with this body and these parameters. */
  readonly operator: (parameters: string, body: string) => string;
  /** The name of a constant expression, which TLC evaluates once. */
  readonly constant: (body: string) => string;
}

export function definitionsBeside({ series }: Names, operators: string, constants: string): Definitions {
  const lines: string[] = [];
  const known = new Map<string, string>();
  const names = { operator: series(operators), constant: series(constants) };
  const define = (kind: 'operator' | 'constant', parameters: string, body: string): string => {
    const definition = `${parameters} == ${body}`;
    const given = known.get(definition);
    if (given !== undefined) return given;
    const name = names[kind](known.size + 1);
    known.set(definition, name);
    lines.push(name + definition);
    return name;
  };
  return {
    lines,
    operator: (parameters, body) => define('operator', `(${parameters})`, body),
    constant: (body) => define('constant', '', body),
  };
}
