import type { Cover, Observe } from '@synod/conformance';
import type { ForeignOptions } from '../open-foreign.js';

/** What `synod generate` may be told. */
export interface GenerateCommandOptions extends ForeignOptions {
  readonly cover: Cover;
  readonly model?: string;
  readonly maxLength?: number;
  readonly out?: string;
  readonly observe?: Observe;
  readonly json?: boolean;
  readonly color: boolean;
}

/** Of @synod/conformance, without its files. */
export const covers: readonly Cover[] = ['actions', 'states', 'steps'];
export const observations: readonly Observe[] = ['all', 'changed', 'none'];
