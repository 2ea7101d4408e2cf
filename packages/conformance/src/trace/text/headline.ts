import type { DivergenceReport, EventReport, MismatchReport, PrefixReport, TraceReport } from '../report.js';
import { number } from './number.js';
import { shorten } from './wrap.js';

/** An event's text is cut after this many characters where it stands in a line with others. */
const longest = 80;

/** What is wrong, in three words. */
export const kinds: { readonly [kind in MismatchReport['kind']]: string } = {
  init: 'initial state contradicted',
  action: 'action not possible',
  parameters: 'parameters not possible',
  observation: 'observation contradicted',
};

/** The files of an execution in few characters. */
export function filesText({ files }: Pick<TraceReport, 'files'>): string {
  const [first = 'no file', ...others] = files;
  return others.length > 2 ? `${first} and ${others.length} more` : files.join(', ');
}

/** `trace.ndjson:7`; `event 7` where lines are not known, counted from 1. */
export function placeText({ file, line, index }: EventReport): string {
  if (line === undefined) return `${file === undefined ? '' : `${file}, `}event ${index + 1}`;
  return file === undefined ? `line ${line}` : `${file}:${line}`;
}

/** An event as it may stand in a line with other things. */
export function eventText({ text }: EventReport): string {
  return shorten(text, longest);
}

/** Where a divergence begins: a prefix after which the first unmatched event is next, and why it does not match. */
export interface FirstMismatch {
  readonly prefix: PrefixReport;
  readonly mismatch: MismatchReport;
}

/** The prefix and the mismatch that the first unmatched event belongs to; undefined if no prefix has it next. */
export function firstMismatch({ prefixes, first }: DivergenceReport): FirstMismatch | undefined {
  for (const prefix of prefixes) {
    const mismatch = prefix.next.find(({ event }) => event.index === first.index);
    if (mismatch !== undefined) return { prefix, mismatch };
  }
  return undefined;
}

/** The longest prefixes, the one that the first unmatched event belongs to before the others. */
export function chiefFirst(divergence: DivergenceReport): readonly PrefixReport[] {
  const { prefixes } = divergence;
  const chief = firstMismatch(divergence)?.prefix;
  return chief === undefined ? prefixes : [chief, ...prefixes.filter((prefix) => prefix !== chief)];
}

/** Whether no initial state is as `init` says, so that nothing is to be said of events. */
export function contradictsInit(divergence: DivergenceReport): boolean {
  return firstMismatch(divergence)?.mismatch.kind === 'init';
}

/** The module an execution claims to follow; where the trace does not say, what it was held against. */
export function specText({ spec, against }: Pick<TraceReport, 'spec' | 'against'>): string {
  return spec === '' ? against : spec;
}

/** Where it is: nothing if that is not one place. */
export interface ReportPlace {
  readonly file?: string;
  readonly line?: number;
}

/** The file and the line that a divergence is to be shown at. What `init` says stands in the header, the first line. */
export function divergencePlace(divergence: DivergenceReport): ReportPlace {
  const { file, line } = divergence.first;
  const inHeader = contradictsInit(divergence);
  return {
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line: inHeader ? 1 : line }),
  };
}

/** One line that says where an execution diverges, and at what. Nothing if it does not diverge. */
export function headline(report: TraceReport): string | undefined {
  if (report.verdict !== 'diverges') return undefined;
  const { divergence } = report;
  const spec = specText(report);
  if (divergence === undefined) {
    return `${filesText(report)}: ${spec} does not allow this execution (${matchedText(report)})`;
  }
  const { file, line } = divergencePlace(divergence);
  const place = file === undefined || line === undefined ? placeText(divergence.first) : `${file}:${line}`;
  return `${place}: ${sentence(divergence, spec)} (${who(divergence.first)}${matchedText(report)})`;
}

function sentence(divergence: DivergenceReport, spec: string): string {
  const { first } = divergence;
  const kind = firstMismatch(divergence)?.mismatch.kind;
  if (kind === 'init') return `no initial state of ${spec} is as "init" says`;
  if (first.action === undefined) return `${spec} is in no state that is as observed here`;
  if (kind === 'observation') return `${eventText(first)} leads to no state that is as observed here`;
  return `${eventText(first)} is no step that ${spec} allows here`;
}

function who({ process, seq }: EventReport): string {
  if (process === undefined) return '';
  return `process ${shorten(process, 30)}${seq === undefined ? '' : `, seq ${seq}`}; `;
}

/** `6 of 9 events match`. */
function matchedText({ matched, events }: Pick<TraceReport, 'matched' | 'events'>): string {
  return `${number(matched)} of ${number(events)} ${events === 1 ? 'event matches' : 'events match'}`;
}
