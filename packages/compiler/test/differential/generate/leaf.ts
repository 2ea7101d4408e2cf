import { fieldName, type Type } from './type.js';
import type { Writer } from './writer.js';

/** Writes an expression of a type: {@link expression}, handed down so that no file needs the one that needs it. */
export type Write = (writer: Writer, type: Type) => string;

/** The strings that expressions have. The module lists them in this order, so that TLC's order is the alphabet's. */
export const stringsInOrder: readonly string[] = ['"s1"', '"s2"', '"s3"'];
/** The model values that expressions have. */
export const modelValuesInOrder: readonly string[] = ['m1', 'm2', 'm3'];

/** The simplest expressions of a type. */
export function leaf(writer: Writer, type: Type, write: Write): string {
  const { random } = writer;
  const several = (of: Type, most: number): string =>
    Array.from({ length: random.below(most + 1) }, () => write(writer, of)).join(', ');
  switch (type.kind) {
    case 'integer':
      return random.pick(['0', '1', '2', '3', '4', '(-1)', '(-3)', '7']);
    case 'boolean':
      return random.pick(['TRUE', 'FALSE']);
    case 'string':
      return random.pick(stringsInOrder);
    case 'model value':
      return random.pick(modelValuesInOrder);
    case 'set':
      if (type.of.kind === 'integer' && random.below(2) === 0)
        return random.pick(['(0..2)', '(1..3)', '(2..1)']);
      return `{${several(type.of, 3)}}`;
    case 'sequence':
      return `<<${several(type.of, 3)}>>`;
    case 'pair':
      return `<<${write(writer, type.left)}, ${write(writer, type.right)}>>`;
    case 'record':
      return `[${type.fields.map((field, index) => `${fieldName(index)} |-> ${write(writer, field)}`).join(', ')}]`;
    case 'function': {
      const one = (): string => `${write(writer, type.from)} :> ${write(writer, type.to)}`;
      return `(${Array.from({ length: 1 + random.below(2) }, one).join(' @@ ')})`;
    }
  }
}
