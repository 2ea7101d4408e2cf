// Writes docs/state-graph.schema.json anew: npx tsx tools/trace/test/write-state-graph-schema.ts, then npm run format.
import { writeFileSync } from 'node:fs';
import { schemaFile, schemaText } from './state-graph-schema.js';

writeFileSync(schemaFile, schemaText());
