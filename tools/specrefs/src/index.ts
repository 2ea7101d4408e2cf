export { type Comparison, compareText, type Entry, type Reference } from './compare.js';
export { type Exception, exceptions } from './exceptions.js';
export type { Problem } from './problem.js';
export { counts, markdownPage, summary } from './table.js';
