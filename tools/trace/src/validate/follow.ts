import {
  followTrace,
  graphBytes,
  type SearchOptions,
  standardInput,
  type Trace,
  type TraceEvent,
  type TraceHeader,
} from '@synod/conformance';
import { InputError } from '@synod/tla';
import { colours } from '../output/colours.js';
import { terminalProgress } from '../progress.js';
import type { Project } from '../project.js';
import { chooser } from './choose.js';
import { streamWith } from './executions.js';
import type { ValidateOptions } from './options.js';
import { printReports } from './print.js';
import { reportOf } from './report.js';
import { tail, untilAborted } from './tail.js';
import type { Target } from './target.js';

/**
 * `synod validate TRACE --follow`: judges a log while it is written, until it diverges, the time is over or the program
 * is interrupted. Standard input is followed to its end.
 *
 * @returns the exit code: of the verdict so far when it is interrupted
 */
export async function followCommand(
  openProject: () => Promise<Project>,
  file: string,
  options: ValidateOptions,
): Promise<number> {
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  const { timeout } = options;
  const timer = timeout === undefined ? undefined : setTimeout(() => stop.abort('late'), timeout * 1000);
  const progress = terminalProgress();
  try {
    const hooks: { atEnd?: () => void } = {};
    const chunks =
      file === '-'
        ? untilAborted(graphBytes(file), stop.signal)
        : tail(file, stop.signal, () => hooks.atEnd?.());
    const name = file === '-' ? standardInput : file;
    const { header, events, warnings } = await streamWith(options.map, { chunks, file: name });
    const seen: TraceEvent[] = [];
    const trace = (): Trace => ({ header, events: seen, warnings });
    const choice = await chooser(openProject, options, true)(trace());
    const { target } = choice;
    if (target === undefined)
      throw new InputError('options', 'to follow a trace, a graph or a model is needed: name one');
    const search = options.maxFrontier === undefined ? {} : { maxFrontier: options.maxFrontier };
    const started = performance.now();
    const expired = (): boolean => timeout !== undefined && performance.now() - started > timeout * 1000;
    const push = pusher(header, target, { ...search, expired });
    let judged = 0;
    hooks.atEnd = () => {
      // In a partial order, a process whose log lags may yet make possible what is not possible now.
      if (push !== undefined || header.order !== 'total' || judged === seen.length) return;
      judged = seen.length;
      if (!target.judge(trace(), { ...search, expired }).validation.outcome.conforms) stop.abort();
    };
    for await (const event of events) {
      seen.push(event);
      if (push !== undefined && !push(event)) break;
      progress(`${name}: ${seen.length} events, and a behaviour that takes them all; waiting for more`);
      // Who interrupts wants to know of all that has been written; whose time is over does not.
      if (stop.signal.reason === 'late') break;
    }
    progress.done();
    await target.prepare?.();
    const report = reportOf(
      { files: [file], trace: trace() },
      { target, engine: choice.engine, options, search },
    );
    const reason = `${name}: the time was over after ${seen.length} events: give a longer --timeout`;
    const isOpen = stop.signal.reason === 'late' && report.verdict === 'conforms';
    const told = isOpen ? { ...report, verdict: 'could not tell' as const, reason } : report;
    return await printReports([told], options, colours(options.color));
  } finally {
    progress.done();
    clearTimeout(timer);
    stop.abort();
    // Somebody may yet hold it open.
    if (file === '-') process.stdin.destroy();
    process.removeListener('SIGINT', interrupt);
    process.removeListener('SIGTERM', interrupt);
  }
}

/** Judges each event as it comes, where the order is that of the lines and the states are the same for all traces. */
function pusher(
  header: TraceHeader,
  { space }: Target,
  search: SearchOptions,
): ((event: TraceEvent) => boolean) | undefined {
  if (header.order !== 'total' || space === undefined) return undefined;
  const following = followTrace(header, space, search);
  return (event) => following.push(event);
}
