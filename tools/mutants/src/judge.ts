import { evaluate } from './equivalent/evaluate.js';
import type { Witness } from './equivalent/witness.js';
import type { HostedModel } from './host.js';
import type { Mutant } from './mutant.js';
import { damagedTree } from './tree.js';
import { type Catch, tryModel } from './trial.js';

/** What there is to say of one mutant. */
export interface Task {
  readonly mutant: Mutant;
  /** The names of the models that may show it. */
  readonly models: readonly string[];
  /** Where it shows, if no model shows it, and the mutant beneath both sides there. */
  readonly witness?: Witness | undefined;
  readonly beneath?: Mutant | undefined;
}

export type Judgement =
  /** A model shows it. */
  | { readonly type: 'caught'; readonly by: Catch }
  /** No model shows it, and its witness does: the value as specified, and as damaged. */
  | { readonly type: 'equivalent'; readonly specified: string; readonly damaged: string }
  /** Nothing shows it. */
  | { readonly type: 'survived' }
  /** A model shows it, and it has a witness, which it does not need. */
  | { readonly type: 'stale'; readonly by: Catch };

/** Gives a model by its name. */
export type Models = (name: string) => Promise<HostedModel>;

/** Tries a mutant on its models, one after the other until one shows it; then on its witness. */
export async function judge(task: Task, models: Models, scratch?: string): Promise<Judgement> {
  const { mutant, witness } = task;
  const tree = await damagedTree([mutant], scratch);
  try {
    for (const name of task.models) {
      const by = await tryModel(await models(name), mutant, tree);
      if (by !== undefined) return { type: witness === undefined ? 'caught' : 'stale', by };
    }
  } finally {
    await tree.remove();
  }
  return witness === undefined ? { type: 'survived' } : testify(task, witness, scratch);
}

async function testify(
  { mutant, beneath }: Task,
  witness: Witness,
  scratch: string | undefined,
): Promise<Judgement> {
  const below = beneath === undefined ? [] : [beneath];
  const [before, after] = [await damagedTree(below, scratch), await damagedTree([...below, mutant], scratch)];
  try {
    const [specified, damaged] = [await evaluate(witness, before), await evaluate(witness, after)];
    return specified === damaged ? { type: 'survived' } : { type: 'equivalent', specified, damaged };
  } finally {
    await Promise.all([before.remove(), after.remove()]);
  }
}
