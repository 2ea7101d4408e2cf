import { availableParallelism } from 'node:os';
import { compileModel, type EngineExploration, exploreEngine } from '@synod/compiler/explore';
import { type Config, describe, InputError } from '@synod/tla';
import type { Project } from '../open-project.js';
import { terminalProgress } from '../progress.js';
import { openForExploring } from './open.js';
import type { Checked, ExploreOptions } from './options.js';
import { type Explored, exitCodeOf, otherFigures } from './result.js';
import { outcomeText, summaryText } from './summary.js';
import { thousands } from './thousands.js';

/**
 * `synod explore MODEL|FILE.tla`: all states of a model, found from the specification's own text, and what the cfg file says of
 * them.
 *
 * @returns the exit code
 */
export async function exploreCommand(
  openProject: () => Promise<Project>,
  what: string,
  options: ExploreOptions,
): Promise<number> {
  const started = performance.now();
  const opened = await openForExploring(openProject, what, options.config);
  const { modules, root } = opened;
  const config = lookedAt(opened.config, options.check);
  const ofConstants = options.symmetry === true && config.symmetry === undefined;
  const model = compileModel({
    modules,
    root,
    config,
    tier: options.tier ?? 'best',
    constantsSymmetry: ofConstants,
  });
  const checksAny = options.check.invariants || options.check.refinement;
  const deadlock = checksAny && model.engine.checkDeadlock;
  const { found, interrupted } = await untilStopped(options.timeout, (signal, onProgress) =>
    exploreEngine(model.engine, {
      check: { invariants: options.check.invariants, properties: options.check.refinement, deadlock },
      threads: model.threads(workersFor(options)),
      signal,
      onProgress,
      ...(options.limit === undefined ? {} : { limit: options.limit }),
    }),
  );
  const explored: Explored = {
    opened,
    model,
    found,
    check: options.check,
    deadlock,
    symmetry: config.symmetry ?? (ofConstants ? 'symmetric constants' : undefined),
    seconds: (performance.now() - started) / 1000,
    memory: process.resourceUsage().maxRSS * 1024,
    interrupted,
    timeout: options.timeout,
  };
  await print(explored, options);
  return exitCodeOf(explored);
}

/** Of a cfg file what is looked at: what is not checked need not be compiled, nor be supported. */
function lookedAt(config: Config, { invariants, refinement }: Checked): Config {
  return {
    ...config,
    invariants: invariants ? config.invariants : [],
    properties: refinement ? config.properties : [],
  };
}

function workersFor({ workers }: ExploreOptions): number {
  if (workers === 0) throw new InputError('options', '--workers must be at least 1.');
  return Math.min(workers ?? availableParallelism(), 64);
}

interface Stopped {
  readonly found: EngineExploration;
  readonly interrupted: boolean;
}

type Explore = (
  signal: AbortSignal,
  onProgress: (progress: { distinct: number; depth: number; queue: number }) => void,
) => Promise<EngineExploration>;

/** While it works, Ctrl-C and the end of the time ask it to stop; a second Ctrl-C ends the program. */
async function untilStopped(seconds: number | undefined, explore: Explore): Promise<Stopped> {
  const stop = new AbortController();
  let interrupted = false;
  const interrupt = (): void => {
    interrupted = true;
    stop.abort();
  };
  const timer = seconds === undefined ? undefined : setTimeout(() => stop.abort(), seconds * 1000);
  const progress = terminalProgress();
  process.once('SIGINT', interrupt);
  try {
    const found = await explore(stop.signal, ({ distinct, depth, queue }) =>
      progress(`level ${depth}: ${thousands(distinct)} states, ${thousands(queue)} of them to be expanded`),
    );
    return { found, interrupted };
  } finally {
    process.off('SIGINT', interrupt);
    clearTimeout(timer);
    progress.done();
  }
}

async function print(explored: Explored, options: ExploreOptions): Promise<void> {
  const { found, opened, model } = explored;
  const { ending } = found;
  const path = 'path' in ending ? ending.path : [];
  // Only what is wrong needs more of the program.
  const isWrong = 'path' in ending || ending.type === 'assumption';
  const [{ labelledPath }, { falseConjuncts }] = isWrong
    ? await Promise.all([import('./counterexample.js'), import('./explain.js')])
    : [{ labelledPath: () => [] }, { falseConjuncts: () => [] }];
  const steps = labelledPath(opened, model, path);
  const conjuncts = falseConjuncts(opened, model, ending, steps);
  if (options.json === true) {
    const { exploredJson } = await import('./json.js');
    console.log(exploredJson(explored, steps, conjuncts));
  } else {
    if (isWrong) {
      const [{ counterexampleText }, { colours }] = await Promise.all([
        import('./text.js'),
        import('../output/colours.js'),
      ]);
      console.log(`${counterexampleText(ending, steps, conjuncts, colours(options.color))}\n`);
    }
    console.log(summaryText(explored));
  }
  if (ending.type === 'error') console.error(`synod: ${describe(ending.error)}`);
  else if (exitCodeOf(explored) === 2)
    console.error(`synod: ${otherFigures(explored) ?? outcomeText(explored)}`);
}
