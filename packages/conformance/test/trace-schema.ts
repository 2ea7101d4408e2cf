import { resolve } from 'node:path';
import { traceSchema } from '../src/trace/read/trace-schema.js';

/** Where the JSON Schema of traces lies. */
export const traceSchemaFile: string = resolve(import.meta.dirname, '../../../docs/trace.schema.json');

/** It, as text. */
export function traceSchemaText(): string {
  return `${JSON.stringify(traceSchema(), undefined, 2)}\n`;
}
