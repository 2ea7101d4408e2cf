import type { Conjunct } from '@synod/conformance';
import { describe, key } from '@synod/tla';
import type { PathStep } from './counterexample.js';
import { type Explored, exitCodeOf } from './result.js';
import { checkedNames, outcomeText } from './summary.js';

/** An exploration for a program. Values of TLA+ are canonical text. */
export function exploredJson(
  explored: Explored,
  steps: readonly PathStep[],
  conjuncts: readonly Conjunct[],
): string {
  const { opened, model, found, check, deadlock, symmetry, seconds, memory } = explored;
  const { ending } = found;
  return JSON.stringify(
    {
      format: 1,
      exitCode: exitCodeOf(explored),
      model: opened.root,
      outcome: ending.type,
      says: outcomeText(explored),
      ...('name' in ending ? { name: ending.name } : {}),
      ...('part' in ending ? { part: ending.part } : {}),
      ...(ending.type === 'error' ? { error: describe(ending.error) } : {}),
      distinct: found.distinct,
      generated: found.generated,
      depth: found.depth,
      checked: { ...checkedNames(check, model), deadlock },
      ignored: model.ignored,
      symmetry: symmetry ?? null,
      tier: model.engine.tier,
      notPacked: model.refusal ?? null,
      threads: found.threads,
      seconds,
      memory: { states: found.bytes, process: memory },
      path: steps.map(({ label, state }) => ({
        ...(label === undefined ? {} : { step: label }),
        state: Object.fromEntries(Object.entries(state).map(([name, value]) => [name, key(value)])),
      })),
      false: conjuncts,
    },
    undefined,
    2,
  );
}
