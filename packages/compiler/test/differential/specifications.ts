import type { Tlc } from '../../../../tools/tlc/src/index.js';
import { tlcError } from './answer.js';
import { askTlcOfBatch } from './batch.js';
import { figuresOfRun } from './figures.js';
import type { Specification } from './generate/specification.js';
import { endingText, type Judgement } from './judgement.js';
import { aloneModel } from './modules.js';
import { filesOf, tlcRun } from './tlc/tlc.js';

/** TLC's judgements: of those that are asked for alone, as they would be written; of the others, many in one run. */
export async function askTlcOfSpecifications(
  tlc: Tlc,
  specifications: readonly Specification[],
  alone: ReadonlySet<number>,
): Promise<ReadonlyMap<number, Judgement>> {
  const judged = new Map<number, Judgement>();
  const batches = new Map<string, Specification[]>();
  for (const one of specifications) {
    if (alone.has(one.number)) judged.set(one.number, await askTlcAlone(tlc, one));
    else {
      const name = one.symmetry ?? String(one.hasView);
      batches.set(name, [...(batches.get(name) ?? []), one]);
    }
  }
  for (const batch of batches.values()) {
    for (const [number, judgement] of await askTlcOfBatch(tlc, batch)) judged.set(number, judgement);
  }
  return judged;
}

async function askTlcAlone(tlc: Tlc, specification: Specification): Promise<Judgement> {
  const run = await tlcRun(tlc, 'Specification', filesOf(aloneModel(specification)));
  const figures = figuresOfRun(run);
  if (figures !== undefined) {
    return { ending: endingText(figures), isConstant: figures.isConstant === true };
  }
  const answer = tlcError(run.outcome.errors.join('\n'));
  if (!('error' in answer)) throw new Error(run.text);
  return answer;
}
