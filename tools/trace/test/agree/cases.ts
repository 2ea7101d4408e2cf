import { damage } from '../../../../packages/conformance/test/oracle/damage.js';
import { linesOfDraft, split } from '../../../../packages/conformance/test/oracle/draft.js';
import { type TraceLines, textOf } from '../../../../packages/conformance/test/oracle/lines.js';
import type { Material } from '../../../../packages/conformance/test/oracle/material.js';
import { randomTrace } from '../../../../packages/conformance/test/oracle/random-trace.js';
import { random } from '../../../../packages/tla/fuzz/random.js';

/** An execution that every engine is to judge the same. */
export interface Case {
  /** Where it comes from: the same seed and run make it again. */
  readonly seed: number;
  readonly run: number;
  /** What was done to it. */
  readonly damages: readonly string[];
  /** One trace, or one of each process. */
  readonly files: readonly TraceLines[];
}

/**
 * Damaged traces of a specification.
 *
 * @param hidden how many actions a trace may hide at most
 */
export function cases(material: Material, count: number, seed: number, hidden: number): readonly Case[] {
  return Array.from({ length: count }, (_, run) => {
    const chance = random(seed, run);
    const draft = damage(randomTrace(material, chance, { hidden }), material, chance);
    const lines = linesOfDraft(draft);
    const isApart = draft.order !== 'total' && chance.below(4) === 0;
    return { seed, run, damages: draft.damages, files: isApart ? split(lines) : [lines] };
  });
}

/** What a person needs to look into a case. */
export function caseText({ seed, run, damages, files }: Case): string {
  return `seed ${seed}, run ${run} (${damages.join(', ')}):\n${files.map(textOf).join('\n')}`;
}
