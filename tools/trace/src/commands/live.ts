import { checkLiveness } from '@synod/liveness';
import { findTlc, type Tlc } from '@synod/tlc';
import { chooseLiveModels, claimOf, type LiveModel, openLiveModel } from '../live/model.js';
import { type LiveResult, type LiveRow, liveExitCode } from '../live/result.js';
import { tlcVerdict } from '../live/tlc.js';
import { colours } from '../output/colours.js';
import { liveJson, liveText } from '../output/live.js';
import { number } from '../output/table.js';
import { terminalProgress } from '../progress.js';
import type { Project } from '../project.js';

/** What `synod live` may be told. */
export interface LiveOptions {
  readonly tlc?: boolean;
  readonly json?: boolean;
  readonly color: boolean;
}

/**
 * `synod live [MODEL…]`: whether `LiveSpec` implies `Success`, and whether it still does with any one of its
 * conjuncts dropped. Prints a table a model, and a lasso for each conjunct.
 *
 * @returns the exit code
 */
export async function liveCommand(
  project: Project,
  names: readonly string[],
  options: LiveOptions,
): Promise<number> {
  const models = await Promise.all(chooseLiveModels(names).map((entry) => openLiveModel(project, entry)));
  const tlc =
    options.tlc === true ? await findTlc({ log: (text) => console.error(`synod: ${text}`) }) : undefined;
  const results: LiveResult[] = [];
  for (const model of models) results.push(await check(project, model, tlc));
  console.log(options.json === true ? liveJson(results) : liveText(results, colours(options.color)));
  return liveExitCode(results);
}

async function check(project: Project, model: LiveModel, tlc: Tlc | undefined): Promise<LiveResult> {
  const progress = terminalProgress();
  const say = (doing: string): void => progress(`${model.entry.name}: ${doing}`);
  try {
    say('exploring');
    const start = performance.now();
    const claim = claimOf(model, (states) => say(`${number(states)} states`));
    const found = checkLiveness(claim);
    const seconds = (performance.now() - start) / 1000;
    const rows: LiveRow[] = [];
    for (const row of found) {
      say(`running TLC, ${row.dropped === undefined ? 'nothing dropped' : `${row.dropped.name} dropped`}`);
      const verdict =
        tlc === undefined ? undefined : await tlcVerdict(tlc, project, model, row.dropped?.name);
      rows.push({ ...row, tlc: verdict });
    }
    return { model, graph: claim.graph, rows, seconds };
  } finally {
    progress.done();
  }
}
