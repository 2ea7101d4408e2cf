export type { Adapter, Awaitable, StepCall } from '../drive/adapter.js';
export type { Model } from '../model/model.js';
export { type ModelOfOptions, modelOf } from '../model/model-of.js';
export { type OpenModelOptions, openModel } from '../model/open-model.js';
export type { ActionName, AnyVocabulary, Observed, Vocabulary } from '../model/vocabulary.js';
export { type AssertDrivenOptions, assertDriven } from './assert-driven.js';
export { type BehaviourConstraints, behaviours } from './behaviours.js';
export { type DrivenOptions, driven } from './driven.js';
export type { ModelBehaviour, ModelStep } from './model-behaviour.js';
