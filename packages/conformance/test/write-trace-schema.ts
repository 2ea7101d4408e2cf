// Writes docs/trace.schema.json anew: npx tsx packages/conformance/test/write-trace-schema.ts, then npm run format.
import { writeFileSync } from 'node:fs';
import { traceSchemaFile, traceSchemaText } from './trace-schema.js';

writeFileSync(traceSchemaFile, traceSchemaText());
