import { RuntimeError } from '../errors.js';
import type { AnswerRequest } from './transport.js';

/** Answers for a node that has not said how it answers. */
export const notReady: AnswerRequest = () =>
  Promise.reject(new RuntimeError('not-ready', 'The node does not answer clients yet.'));
