// Reads a file by its lines and parses each: what any reader of such lines takes at least. `node parse-json-lines.js FILE`.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

const [, , file = ''] = process.argv;
let lines = 0;
for await (const line of createInterface({ input: createReadStream(file) })) {
  JSON.parse(line);
  lines++;
}
console.log(`${lines} lines`);
