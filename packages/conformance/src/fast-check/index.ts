export { type BehaviourConstraints, behaviours } from './behaviours.js';
export type { ModelBehaviour, ModelStep } from './model-behaviour.js';
