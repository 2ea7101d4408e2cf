import type { Engine } from '@synod/compiler';
import { labelKey } from '@synod/spec';
import { key } from '@synod/tla';
import { engineStates, isWithin } from '../engine/engine-states.js';
import { refuseInexact } from '../engine/refuse-inexact.js';
import { Certifier, type GraphCertificate } from './certificate.js';

/** How a compiled specification is certified. */
export interface CertifyEngineOptions {
  /** Ends the exploration when more states than this have been found. */
  readonly limit?: number;
  readonly onProgress?: (states: number) => void;
}

/**
 * The certificate of a compiled specification, made while exploring it: its steps are not kept.
 *
 * @throws InputError `view` or `symmetry`: then states stand for others, and there is no exact graph
 */
export function certifyEngine(
  engine: Engine,
  { limit = Number.POSITIVE_INFINITY, onProgress }: CertifyEngineOptions = {},
): GraphCertificate {
  refuseInexact(engine);
  const { successor, actionConstraints, variables, width } = engine;
  const states = engineStates(engine);
  const certifier = new Certifier(variables);
  const found = (initial: boolean): number => {
    const known = states.size;
    const state = states.add();
    if (state === known) certifier.state(state, states.values(state).map(key), initial);
    return state;
  };
  engine.init(() => {
    if (isWithin(engine, successor)) found(true);
  });
  const labels = new Map<number, string>();
  const labelOf = (label: number): string => {
    const known = labels.get(label);
    if (known !== undefined) return known;
    const { action, parameters } = engine.label(label);
    const text = labelKey(action, parameters);
    labels.set(label, text);
    return text;
  };
  const current = new Int32Array(width);
  for (let state = 0; state < states.size && states.size <= limit; state++) {
    if (state % 5000 === 0) onProgress?.(state);
    current.set(states.words(state));
    // A step that can be taken in two ways is one.
    const taken = new Map<string, Set<number>>();
    engine.next(current, 0, (number) => {
      const isAllowed = actionConstraints.every(({ holds }) => holds(current, 0, successor, 0));
      if (!isAllowed || !isWithin(engine, successor)) return;
      const label = labelOf(number);
      const target = found(false);
      const targets = taken.get(label);
      if (targets?.has(target) === true) return;
      if (targets === undefined) taken.set(label, new Set([target]));
      else targets.add(target);
      certifier.step(state, label, target);
    });
  }
  return certifier.certificate();
}
