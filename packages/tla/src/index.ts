export { describe, EvaluationError, InputError, type Place, SynodError } from './error.js';
export { at, except, functionOn, isFunctionOn, mapping, TlaFunction } from './function.js';
export { compareByKey, equal, isTuple, key, quote } from './key.js';
export { exists, forAll, implies, product, range } from './logic.js';
export {
  difference,
  filter,
  including,
  intersection,
  interval,
  isSubset,
  map,
  set,
  TlaSet,
  union,
} from './set.js';
export { type ModelValue, modelValue, nameOf, type TlaRecord, type TlaValue } from './value.js';
