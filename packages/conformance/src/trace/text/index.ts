export { type Colours, noColours } from './colours.js';
export { conjunctText } from './conjunct-text.js';
export { divergenceText } from './divergence-text.js';
export {
  chiefFirst,
  contradictsInit,
  divergencePlace,
  eventText,
  filesText,
  firstMismatch,
  headline,
  kinds,
  placeText,
  type ReportPlace,
  specText,
} from './headline.js';
export { type LaneRow, laneRows } from './lane-rows.js';
export { lanesText } from './lanes-text.js';
export { mismatchText } from './mismatch-text.js';
export { number } from './number.js';
export { cutText, firstFirst } from './prefix-text.js';
export { remediesText, shrunkTitle, suggestionText } from './remedies-text.js';
export { setDifference, traceText } from './set-difference.js';
export { changesText, stateText } from './state-text.js';
export { readState, stateDifferences } from './values.js';
export { visible } from './visible.js';
export { shorten } from './wrap.js';
