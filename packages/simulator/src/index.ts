export type { MessageName, Move } from './move.js';
export type { Run, Schedule, SimulatedEvent, Violation } from './run.js';
