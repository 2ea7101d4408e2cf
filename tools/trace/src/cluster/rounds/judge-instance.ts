import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTrace } from '@synod/conformance';
import { headline } from '@synod/conformance/text';
import { traceHeader } from '@synod/roles';
import { readConfiguration } from '@synod/runtime';
import { openProject } from '../../project.js';
import { modelTarget } from '../../validate/model-target.js';
import { reportOf } from '../../validate/report.js';
import type { LocalCluster } from '../local-cluster.js';
import { mergeTraces } from '../merge-traces.js';

/** What holding the trace of an instance against Paxos.tla came to. */
export interface JudgedInstance {
  readonly events: number;
  readonly ballot: number;
  /** A sentence, if it does not conform. */
  readonly failure: string | undefined;
}

/** Merges what the nodes wrote of an instance, and holds it against the specification in TypeScript. */
export async function instanceJudge(
  cluster: LocalCluster,
): Promise<(instance: string) => Promise<JudgedInstance>> {
  const target = await modelTarget(await openProject(undefined), 'Paxos', undefined, undefined);
  const header = traceHeader(readConfiguration(cluster.config).cluster);
  const merged = join(cluster.folder, 'merged');
  mkdirSync(merged, { recursive: true });
  return async (instance) => {
    const texts = cluster.ids
      .map((id) => join(cluster.folder, 'traces', instance, `${id}.ndjson`))
      .filter((file) => existsSync(file))
      .map((file) => readFileSync(file, 'utf8'));
    const text = mergeTraces(header, texts);
    const file = join(merged, `${instance}.ndjson`);
    if (text === undefined)
      return { events: 0, ballot: -1, failure: `${instance}: nobody wrote a trace of it` };
    writeFileSync(file, text);
    const trace = await readTrace({ chunks: [text], file });
    const report = reportOf({ files: [file], trace }, { target, engine: 'model', options: {}, search: {} });
    const { events, ballots = -1, verdict } = report;
    const failure =
      verdict === 'conforms' ? undefined : `${instance}: ${headline(report) ?? report.reason ?? verdict}`;
    return { events, ballot: ballots, failure };
  };
}
