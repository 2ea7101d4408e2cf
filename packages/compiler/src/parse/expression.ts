import { unsupported } from './node.js';
import { bindings } from './read-binding.js';
import { readDefinition } from './read-definition.js';
import { readInstance } from './read-instance.js';
import { literals } from './read-literal.js';
import { operators } from './read-operator.js';
import { structures } from './read-structure.js';
import type { Read, Reader } from './reader.js';
import type { Source } from './source.js';

const readers: ReadonlyMap<string, Read> = new Map(
  [literals, operators, bindings, structures].flatMap((table) => Object.entries(table)),
);

/** The reader of everything within definitions of a source. */
export function readerOf(source: Source): Reader {
  const reader: Reader = {
    source,
    expression: (node) => {
      const read = readers.get(node.type);
      if (read === undefined) throw unsupported(`\`${node.type.replaceAll('_', ' ')}\``, node, source);
      return read(node, reader);
    },
    definition: (node) => readDefinition(node, reader),
    instance: (node) => readInstance(node, reader),
    met: { recursive: [], needs: [], instances: 0 },
  };
  return reader;
}
