import {
  type CoverageReport,
  type CoverageSuite,
  coverageSuite,
  explainTrace,
  type SearchOptions,
} from '@synod/conformance';
import { headline } from '@synod/conformance/text';
import { describe, InputError } from '@synod/tla';
import type { Progress } from '../progress.js';
import { eachExecution } from '../validate/executions.js';
import { type Execution, headOf } from '../validate/report.js';
import type { Judgement } from '../validate/target.js';
import type { CoverageOptions } from './options.js';
import type { EarlierReport } from './read-report.js';
import type { WholeTarget } from './target.js';

/** What a suite is counted with. */
export interface CountContext {
  readonly target: WholeTarget;
  readonly options: CoverageOptions;
  readonly progress: Progress;
}

/**
 * Counts executions, one in memory at a time, and what earlier runs counted.
 *
 * @throws InputError if an earlier report is damaged, or of another graph
 */
export async function countTraces(
  files: readonly string[],
  earlier: readonly EarlierReport[],
  context: CountContext,
): Promise<CoverageReport> {
  const { target, options, progress } = context;
  const { graph, space, against } = target;
  const suite = coverageSuite({ graph, spec: space.name === '' ? graph.name : space.name, against });
  for (const { file, json } of earlier) suite.merge(json, { file });
  const warnings = new Set(target.warnings);
  const search = searchOptions(options);
  let done = 0;
  for await (const reading of eachExecution(files, options)) {
    if ('error' in reading) {
      suite.add(reading.files, { type: 'could not tell', events: 0, reason: describe(reading.error) });
    } else {
      for (const warning of reading.trace.warnings) warnings.add(warning);
      count(suite, reading, search, target);
    }
    done += reading.files.length;
    progress(`${done} of ${files.length} traces`);
  }
  const report = suite.report();
  return { ...report, warnings: [...new Set([...warnings, ...report.warnings])].toSorted() };
}

function searchOptions({ timeout, maxFrontier }: CoverageOptions): SearchOptions {
  const started = performance.now();
  return {
    expired: () => timeout !== undefined && performance.now() - started > timeout * 1000,
    ...(maxFrontier === undefined ? {} : { maxFrontier }),
  };
}

function count(suite: CoverageSuite, execution: Execution, search: SearchOptions, target: WholeTarget): void {
  const { files, trace } = execution;
  try {
    const judgement = target.judge(trace, search);
    const reason = divergenceText(execution, judgement, target);
    const { validation } = judgement;
    suite.add(files, { type: 'judged', validation, ...(reason === undefined ? {} : { reason }) });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    suite.add(files, { type: 'could not tell', events: trace.events.length, reason: describe(error) });
  }
}

/** Where and at what it diverges, in the words of `synod validate`; nothing if it does not. */
function divergenceText(
  { files, trace }: Execution,
  { validation, guards }: Judgement,
  { against }: WholeTarget,
): string | undefined {
  const { conforms, matched } = validation.outcome;
  if (conforms) return undefined;
  return headline({
    ...headOf(files, trace),
    against,
    engine: 'graph',
    matched,
    warnings: [],
    verdict: 'diverges',
    divergence: explainTrace(validation, guards),
    seconds: 0,
  });
}
