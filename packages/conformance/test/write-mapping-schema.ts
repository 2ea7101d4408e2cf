// Writes docs/mapping.schema.json anew: npx tsx packages/conformance/test/write-mapping-schema.ts, then npm run format.
import { writeFileSync } from 'node:fs';
import { mappingSchemaFile, mappingSchemaText } from './mapping-schema.js';

writeFileSync(mappingSchemaFile, mappingSchemaText());
