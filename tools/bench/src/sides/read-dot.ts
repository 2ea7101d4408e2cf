// Reads TLC's DOT, every state as values, and keeps nothing: `node read-dot.js FILE`.
import { readDotValues } from '@synod/tla';
import { readBytes } from '@synod/tla/node';

const [, , file = ''] = process.argv;
let states = 0;
let edges = 0;
await readDotValues(readBytes(file), { node: () => states++, edge: () => edges++ }, { file });
console.log(`${states} states, ${edges} edges`);
