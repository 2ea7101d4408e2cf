import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openProject } from '../project.js';
import { chooser } from './choose.js';
import { readExecutions } from './executions.js';
import { type Execution, reportOf } from './report.js';
import type { Target } from './target.js';

const root = join(import.meta.dirname, '../../../..');
const options = { shrink: true, suggestHidden: true };

describe('an execution that diverges', () => {
  let execution: Execution;
  let target: Target;
  beforeAll(async () => {
    const file = join(root, 'traces/executions/consensus-two-values.ndjson');
    [execution] = (await readExecutions([file], {})) as [Execution];
    const choice = await chooser(() => openProject(root), { color: false }, false)(execution.trace);
    target = choice.target as Target;
  });

  it('is told with what would help', () => {
    const report = reportOf(execution, { target, engine: 'graph', options, search: {} });
    expect(report).toMatchObject({ verdict: 'diverges', warnings: [] });
    expect(report.divergence?.shrunk?.events).toHaveLength(2);
  });

  it('diverges though the time is over before what would help is found', () => {
    let asked = 0;
    // Each of the two events is looked at once.
    const expired = (): boolean => ++asked > 2;
    const report = reportOf(execution, { target, engine: 'graph', options, search: { expired } });
    expect(report.verdict).toBe('diverges');
    expect(report.divergence).not.toHaveProperty('shrunk');
    expect(report.warnings).toEqual([
      '--suggest-hidden gave up: the time was over when 0 events had been matched: give a longer --timeout.',
      '--shrink gave up: the time was over when 1 events had been matched: give a longer --timeout.',
    ]);
  });
});
