import { type Paths, type StateGraph, shortestPaths } from '@synod/spec';
import type { Place } from '@synod/tla';
import type { Validation } from '../trace/validate.js';
import { textOfBits } from './bits.js';
import { countByAction, countByDepth } from './counts.js';
import { graphDigest } from './graph-digest.js';
import { missingSteps } from './missing.js';
import { readReport } from './read-report.js';
import type { CoverageReport, CoverageSets, CoveredTrace } from './report.js';
import { addTally, addTrace, countsOf, noTally, settled, type Tally } from './tally.js';
import { type CoverageLimits, traceCoverage } from './trace-coverage.js';

/** What coverage is counted in. */
export interface CoverageSuiteOptions {
  readonly graph: StateGraph;
  /** The module. */
  readonly spec: string;
  /** What it is called for people: the model or the graph. */
  readonly against: string;
  readonly limits?: CoverageLimits;
}

/** What came of holding one execution against the graph. */
export type TraceOutcome =
  /** It could be judged. `reason` says in what it diverges, if it does. */
  | { readonly type: 'judged'; readonly validation: Validation; readonly reason?: string }
  /** It could not: a file cannot be read, or a limit was reached. */
  | { readonly type: 'could not tell'; readonly events: number; readonly reason: string };

/** Counts what executions exercise. */
export interface CoverageSuite {
  /**
   * Counts one execution, from one file or from several. Only one that conforms counts for more than being there.
   *
   * @param outcome held against a space in which states have the numbers of the graph
   */
  add(files: readonly string[], outcome: TraceOutcome): CoveredTrace;
  /**
   * Counts what another suite has counted in the same graph, as if all of its executions had been added here; but its
   * `fresh` stays what it was there.
   *
   * @param report as `report` gave it, or as it was read from a file
   * @throws InputError if it is damaged, of another version of the format, or of another graph
   */
  merge(report: unknown, place?: Place): void;
  report(): CoverageReport;
}

/** Counts what executions exercise of a state graph. */
export function coverageSuite({ graph, spec, against, limits }: CoverageSuiteOptions): CoverageSuite {
  const tally = noTally(graph);
  const traces: CoveredTrace[] = [];
  const warnings = new Set<string>();
  let paths: Paths | undefined;
  return {
    add(files, outcome) {
      const trace = counted(files, outcome);
      traces.push(trace);
      return trace;
    },
    merge(json, place = {}) {
      const { report, tally: other } = readReport(json, graph, against, place);
      addTally(tally, other);
      traces.push(...report.traces);
      for (const warning of report.warnings) warnings.add(warning);
    },
    report() {
      paths ??= shortestPaths(graph);
      const now = settled(tally);
      return {
        coverage: 1,
        spec,
        against,
        graph: graphDigest(graph),
        ...countsOf(now, graph),
        byAction: countByAction(now, graph),
        byDepth: countByDepth(now, graph, paths),
        missing: missingSteps(now, graph, paths),
        traces: [...traces],
        sets: setsOf(now),
        warnings: [...warnings].toSorted(),
      };
    },
  };

  function counted(files: readonly string[], outcome: TraceOutcome): CoveredTrace {
    if (outcome.type === 'could not tell') {
      const { events, reason } = outcome;
      return { files, events, verdict: 'could not tell', reason, steps: 0, fresh: 0, exact: true };
    }
    for (const warning of outcome.validation.warnings) warnings.add(warning);
    const coverage = traceCoverage(outcome.validation, graph, limits);
    const { conforms, events, exact } = coverage;
    if (!exact) {
      warnings.add(
        `${files.join(', ')}: it allows too many behaviours to look at all: of what it took, only the actions that it names are counted as taken.`,
      );
    }
    return {
      files,
      events,
      verdict: conforms ? 'conforms' : 'diverges',
      ...(outcome.reason !== undefined && { reason: outcome.reason }),
      steps: coverage.steps.taken.length,
      fresh: addTrace(tally, coverage),
      exact,
    };
  }
}

function setsOf(tally: Tally): CoverageSets {
  return {
    stepsTaken: textOfBits(tally.stepsTaken),
    stepsPerhaps: textOfBits(tally.stepsPerhaps),
    statesTaken: textOfBits(tally.statesTaken),
    statesPerhaps: textOfBits(tally.statesPerhaps),
    actionsTaken: [...tally.actionsTaken].toSorted(),
    actionsPerhaps: [...tally.actionsPerhaps].toSorted(),
  };
}
