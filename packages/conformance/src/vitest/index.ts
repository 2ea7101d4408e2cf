import { expect } from 'vitest';
import type { Thresholds } from '../coverage/thresholds.js';
import type { Model } from '../model/model.js';
import type { Vocabulary } from '../model/vocabulary.js';
import { toConformTo, toCover } from './matchers.js';

export type { Json } from '@synod/tla';
export type { Thresholds } from '../coverage/thresholds.js';
export type { FileReference } from '../model/file-reference.js';
export type { Model } from '../model/model.js';
export { type ModelOfOptions, modelOf } from '../model/model-of.js';
export { type OpenModelOptions, openModel } from '../model/open-model.js';
export type { ActionName, AnyVocabulary, Observed, Vocabulary } from '../model/vocabulary.js';
export type { TraceInput, TraceLine } from './trace-input.js';

/** What `expect` can say of executions when this module has been imported. */
export interface ConformanceMatchers {
  /** Of a trace (see TraceInput): it is a behaviour of the model's specification. There is nothing to await. */
  toConformTo(model: Model<Vocabulary>): void;
  /**
   * Of an array of traces: they all conform, and surely take at least such shares of the model, in percent. There is
   * nothing to await.
   */
  toCover(model: Model<Vocabulary>, thresholds: Thresholds): void;
}

declare module 'vitest' {
  // oxlint-disable-next-line typescript/no-explicit-any -- as vitest declares it
  interface Matchers<T = any> extends ConformanceMatchers {}
}

expect.extend({ toConformTo, toCover });
