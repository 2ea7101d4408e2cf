import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openRecorder, type RecordedHeader } from '@synod/recorder';
import { type Cluster, type NodeId, traceHeader } from '@synod/roles';
import { RuntimeError } from '../errors.js';
import { makeFolder } from './make-folder.js';
import type { TraceStore } from './trace-store.js';

/**
 * Traces as files, `FOLDER/INSTANCE/NODE.ndjson`: those of one instance lie together, as they are read together.
 *
 * @throws RuntimeError `trace-folder` if the folder cannot be made or read
 */
export function fileTraces(folder: string, id: NodeId, cluster: Cluster): TraceStore {
  const header: RecordedHeader = { ...traceHeader(cluster) };
  const file = (instance: string): string => join(folder, instance, `${id}.ndjson`);
  inFolder(folder, () => makeFolder(folder));
  return {
    instances: () =>
      inFolder(folder, () =>
        readdirSync(folder).filter((name) => statSync(file(name), { throwIfNoEntry: false })?.isFile()),
      ),
    open(instance, onEvent) {
      inFolder(folder, () => makeFolder(join(folder, instance)));
      const options = { process: id, header, ...(onEvent === undefined ? {} : { onEvent }) };
      return openRecorder(file(instance), options).recorder;
    },
  };
}

function inFolder<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    const message = `traces cannot be written to ${folder} (${(cause as Error).message}): give another folder.`;
    throw new RuntimeError('trace-folder', message, { cause });
  }
}
