import type { HiddenMistake } from '../mistake.js';
import { delays } from './delays.js';
import { equals } from './equals.js';

/** Mistakes that no execution can show, each with the proof. */
export const hiddenMistakes: readonly HiddenMistake[] = [...equals, ...delays];
