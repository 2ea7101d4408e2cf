import { functions, records, sequences } from './functions.js';
import { general } from './general.js';
import { leaf } from './leaf.js';
import { booleans, integers, modelValues, pairs, strings } from './scalars.js';
import { sets } from './sets.js';
import { anyType, type Type } from './type.js';
import { deeper, knownOf, oneIn, type Writer } from './writer.js';

/** An expression of that type, as text. */
export function expression(writer: Writer, type: Type): string {
  if (oneIn(writer, writer.wrong)) {
    return expression({ ...writer, wrong: 0 }, anyType(writer.random, 1));
  }
  const name = knownOf(writer, type);
  if (name !== undefined && writer.random.below(writer.depth > 0 ? 4 : 2) === 0) return name;
  if (writer.depth <= 0)
    return name !== undefined && oneIn(writer, 2) ? name : leaf(writer, type, expression);
  if (oneIn(writer, 5)) return general(deeper(writer), type, expression);
  return ofType(deeper(writer), type);
}

function ofType(writer: Writer, type: Type): string {
  switch (type.kind) {
    case 'integer':
      return integers(writer, expression);
    case 'boolean':
      return booleans(writer, expression);
    case 'string':
      return strings(writer, expression);
    case 'model value':
      return modelValues(writer, expression);
    case 'pair':
      return pairs(writer, type, expression);
    case 'set':
      return sets(writer, type.of, expression);
    case 'sequence':
      return sequences(writer, type.of, expression);
    case 'record':
      return records(writer, type, expression);
    case 'function':
      return functions(writer, type, expression);
  }
}
