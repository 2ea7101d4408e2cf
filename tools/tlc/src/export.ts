import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError, isComplete, outcomeReader, SynodError, type TlcOutcome } from '@synod/tla';
import {
  exportFiles,
  type Figures,
  type FileDigest,
  type Manifest,
  manifestFile,
  manifestText,
} from '@synod/tla/node';
import { exitMeaning, isViolation } from './exit.js';
import type { Tlc } from './find.js';
import { untilInterrupted } from './interrupt.js';
import { type SourceFile, sourcesOf } from './modules.js';
import { pack, stateCounter, stepCounter } from './pack.js';
import type { ExportPlan } from './plan.js';
import { type Draft, replaceFolder } from './replace.js';
import { javaOptions, mainClass, runTlcUntil } from './run.js';
import { exportWrapper, modelCfg, type Wrapper } from './wrapper.js';

export interface ExportOptions {
  readonly tlc: Tlc;
  /**
   * Leaves the files as TLC wrote them, `steps.dot` and `states.txt`, instead of packing them: for an export
   * that is read once and thrown away. Only then may several workers write it, in no particular order.
   */
  readonly raw?: boolean;
  /** How many workers, or `auto` for all cores. For an export that is packed: of the run of the model itself. */
  readonly workers?: number | 'auto';
  /** `false` leaves out the run of the model itself, with its invariants and properties. */
  readonly judge?: boolean;
  /** Hears each of TLC's `Progress` lines. */
  readonly onProgress?: (text: string) => void;
  readonly signal?: AbortSignal;
}

/**
 * Has TLC check a model, then has it write the model's states and steps into a folder: `steps.dot.gz`,
 * `states.txt.gz` and `manifest.json`, the same bytes each time. The folder is replaced as a whole, at the end.
 *
 * Both runs must be complete and have exactly the figures that the plan expects; with several workers, TLC's
 * own figure of the depth is not exact, and is not held to it.
 *
 * @throws InputError `no-model`, `wrong-cfg`, `unsupported-cfg`, `unknown-constant`; `violation` if TLC finds
 *   the specification wrong, with its words; `tlc-failed`, `unexpected-figures`, `unnamed-steps`,
 *   `incomplete-export`. Where TLC ran, `cause` is its `TlcOutcome`.
 * @throws SynodError `interrupted`
 */
export async function exportModel(
  plan: ExportPlan,
  outFolder: string,
  options: ExportOptions,
): Promise<Manifest> {
  return untilInterrupted(async (signal) => {
    const sources = await sourcesOf(plan.model, plan.specsFolder);
    const wrapper = exportWrapper(plan, sources);
    return replaceFolder(outFolder, async (draft) => {
      // TLC reads copies, so that the hashes are of what it has read.
      for (const { name, content } of sources) await writeFile(join(draft.work, name), content);
      const job: Job = { plan, sources, wrapper, draft, options, signal };
      const judged = options.judge === false ? undefined : await judge(job);
      const manifest = await extract(job, judged);
      await writeFile(join(draft.result, manifestFile), manifestText(manifest));
      return manifest;
    });
  }, options.signal);
}

interface Job {
  readonly plan: ExportPlan;
  readonly sources: readonly SourceFile[];
  readonly wrapper: Wrapper;
  readonly draft: Draft;
  readonly options: ExportOptions;
  readonly signal: AbortSignal;
}

interface Run {
  readonly command: string;
  readonly outcome: TlcOutcome;
}

/** The model itself, with its invariants and properties. */
async function judge(job: Job): Promise<Run> {
  const { workers = 1 } = job.options;
  return run(job, ['-tool', '-fp', '0', '-workers', `${workers}`, job.plan.model], workers);
}

/** The model's states and steps, into the draft. */
async function extract(job: Job, judged: Run | undefined): Promise<Manifest> {
  const { plan, sources, wrapper, draft, options } = job;
  await writeFile(join(draft.work, `${wrapper.name}.tla`), wrapper.module);
  await writeFile(join(draft.work, `${wrapper.name}.cfg`), wrapper.cfg);
  const workers = options.raw === true ? (options.workers ?? 'auto') : 1;
  const outputs = ['-userFile', 'states.txt', '-dump', 'dot,actionlabels', 'steps.dot'];
  const runOptions = ['-tool', '-fp', '0', '-workers', `${workers}`, ...outputs];
  const { command, outcome } = await run(job, [...runOptions, wrapper.name], workers);
  if (plan.expected === undefined && judged !== undefined) assertAll(plan, judged.outcome, outcome);
  const files = await collect(job, outcome);
  return {
    format: 1,
    model: plan.model,
    module: plan.module,
    tlc: { version: outcome.version?.line ?? 'unknown', jar: options.tlc.sha256, origin: options.tlc.origin },
    sources: Object.fromEntries(sources.map(({ name, sha256 }) => [name, sha256])),
    commands: judged === undefined ? [command] : [judged.command, command],
    checked: checkedBy(job, judged),
    counts: figuresOf(outcome),
    variables: plan.variables,
    operators: plan.operators,
    labels: wrapper.labels,
    files,
  };
}

function checkedBy({ plan, sources }: Job, judged: Run | undefined): Manifest['checked'] {
  if (judged === undefined) return { invariants: [], properties: [] };
  const { invariants, properties } = modelCfg(plan, sources);
  return { invariants, properties };
}

/** Runs TLC in the draft's folder, to an end that is complete and as expected. */
async function run(job: Job, tlcArguments: readonly string[], workers: number | 'auto'): Promise<Run> {
  const { plan, draft, options, signal } = job;
  const reader = outcomeReader(options.onProgress);
  const exitCode = await runTlcUntil({
    tlc: options.tlc,
    arguments: tlcArguments,
    cwd: draft.work,
    stdio: 'pipe',
    onLine: reader.line,
    signal,
  });
  if (signal.aborted) throw new SynodError('interrupted', `the export of ${plan.model} was interrupted`);
  reader.end();
  const outcome = reader.outcome();
  const fail = (code: string, message: string): never => {
    throw new InputError(
      code,
      message,
      { file: join(plan.specsFolder, `${plan.model}.tla`) },
      { cause: outcome },
    );
  };
  if (!isComplete(outcome, exitCode)) {
    const words = firstError(outcome) ?? exitMeaning(exitCode);
    const advice = 'run "synod tlc" on it to see more';
    if (isViolation(exitCode)) fail('violation', `TLC finds an error in ${plan.model}: ${words}`);
    fail('tlc-failed', `TLC could not check ${plan.model} (${exitMeaning(exitCode)}): ${words}; ${advice}`);
  }
  const difference = unexpected(plan, outcome, workers === 1);
  if (difference !== undefined) fail('unexpected-figures', difference);
  const command = ['java', ...javaOptions, '-cp', 'tla2tools.jar', mainClass, ...tlcArguments].join(' ');
  return { command, outcome };
}

/** TLC's own figures. A complete run has them all. */
function figuresOf({ counts, depth }: TlcOutcome): Figures {
  return { distinct: counts?.distinct ?? 0, generated: counts?.generated ?? 0, depth: depth ?? 0 };
}

const figuresText = ({ distinct, generated, depth }: Figures): string =>
  `${distinct} / ${generated} / ${depth}`;

/** How TLC's figures differ from those expected. The depth is exact only with one worker. */
function unexpected(
  { expected, model }: ExportPlan,
  outcome: TlcOutcome,
  exact: boolean,
): string | undefined {
  if (expected === undefined) return undefined;
  const found = figuresOf(outcome);
  const same = found.distinct === expected.distinct && found.generated === expected.generated;
  if (same && (!exact || found.depth === expected.depth)) return undefined;
  return `TLC finds ${figuresText(found)} distinct / generated / depth, where ${figuresText(expected)} were expected: correct the model or what is expected of it; "synod check ${model} --live" shows where the code differs`;
}

/** Whether the instances of actions, one by one, come to what Next comes to. */
function assertAll({ model, specsFolder }: ExportPlan, whole: TlcOutcome, byInstance: TlcOutcome): void {
  const [expected, found] = [figuresOf(whole), figuresOf(byInstance)];
  if (found.distinct === expected.distinct && found.generated === expected.generated) return;
  const message = `TLC finds ${figuresText(expected)} distinct / generated / depth, and ${figuresText(found)} when it takes the actions one by one: Next has steps that none of them takes; give each disjunct of Next a name of its own`;
  const file = join(specsFolder, `${model}.tla`);
  throw new InputError('unnamed-steps', message, { file }, { cause: byInstance });
}

const preamble = /^TLC threw an unexpected exception\. .* The exception was an? \S+ : (?:tlc2\.\S+: )?/;

/** What TLC complains of first, on one line, without what it says of every exception. */
function firstError(outcome: TlcOutcome): string | undefined {
  return outcome.errors[0]?.replace(/\s+/g, ' ').replace(preamble, '').replace(/\.$/, '');
}

/** Takes what TLC wrote into the result, and makes sure that it is all there. */
async function collect(job: Job, outcome: TlcOutcome): Promise<Manifest['files']> {
  const { plan, wrapper, draft, options } = job;
  const steps = stepCounter(wrapper.labels.map(({ label }) => label));
  const states = stateCounter();
  const packed = async (name: string, onLine: (line: Buffer) => void): Promise<FileDigest> => {
    const target = options.raw === true ? undefined : join(draft.result, `${name}.gz`);
    return pack(join(draft.work, name), target, onLine);
  };
  const files = {
    'steps.dot': await packed('steps.dot', steps.line),
    'states.txt': await packed('states.txt', states.line),
  };
  if (options.raw === true) {
    for (const name of exportFiles) await rename(join(draft.work, name), join(draft.result, name));
  }
  const { distinct, generated } = figuresOf(outcome);
  const expected = {
    nodes: distinct,
    edges: generated - (outcome.initial?.generated ?? 0),
    states: distinct,
  };
  const found = { ...steps.counts(), states: states.states() };
  for (const what of ['nodes', 'edges', 'states'] as const) {
    if (found[what] === expected[what]) continue;
    const message = `TLC wrote ${found[what]} ${what} of ${plan.model}, where its own figures make ${expected[what]}: run the export again, and report it if it stays so`;
    throw new InputError('incomplete-export', message, {}, { cause: outcome });
  }
  return files;
}
