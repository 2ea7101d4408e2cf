export {
  type DriveRolesOptions,
  type PaxosParameters,
  type RolesAdapter,
  rolesAdapter,
} from './driven/adapter.js';
export type { PaxosModel } from './driven/model.js';
export type { DrivenRoles } from './driven/world.js';
export { ScheduleError } from './errors.js';
export type { MessageName, Move } from './move.js';
export { outcomeOf } from './outcome.js';
export { deployed, type Protocol } from './protocol.js';
export { replay } from './replay.js';
export type { Run, Schedule, SimulatedEvent, Violation } from './run.js';
export { readSchedule } from './schedule/read-schedule.js';
export { scheduleText } from './schedule/schedule-text.js';
export { allFaults, type FaultName, type Faults, faultNames, noFaults } from './scheduler/faults.js';
export { type SimulateOptions, simulate } from './scheduler/simulate.js';
export { type ShrinkOptions, type Shrunk, shrinkSchedule } from './shrink/shrink-schedule.js';
export type { Answer, Fact, Vote } from './stories/facts/fact.js';
export { type NarrateOptions, narrateSchedule } from './stories/narrate-schedule.js';
export { stories } from './stories/stories.js';
export type { Part, Story } from './stories/story.js';
export { type StorySchedule, storySchedules } from './stories/story-schedules.js';
export type { Standing } from './stories/tell/standing.js';
export { tellStory } from './stories/tell/tell-story.js';
export { traceOf } from './trace-of.js';
export type { Clock, InFlight } from './world/network.js';
export {
  type Happened,
  type NodeView,
  openWorld,
  type World,
  type WorldOptions,
} from './world/world.js';
