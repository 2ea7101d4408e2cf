import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openGraph, type PackedGraph, packGraph, unpackGraph } from '@synod/conformance/judge';
import type { StateGraph } from '@synod/spec';
import type { Manifest } from '@synod/tla/node';
import { cacheFolder } from '@synod/tlc';
import { programDigest } from '../known-sides/program-digest.js';
import { keep, readKept } from '../known-sides/store.js';

/** What is done about exports that have been read before. */
export interface KnownExports {
  /** Whether nothing is taken over from earlier runs. */
  readonly fresh: boolean;
  /** Told of each model whose export need not be read. */
  readonly onKnown: (model: string) => void;
}

/** An export of fewer states is read as soon as what was kept of it. */
const fewStates = 500;

/**
 * The graph of a committed export. It is a function of the export's bytes and of the program: what it was when it was
 * last read is taken over as long as none of these has changed, and all that is wrong leads to reading it again.
 *
 * @throws InputError if it cannot be read, or is damaged
 */
export async function knownExport(
  folder: string,
  manifest: Manifest,
  { fresh, onKnown }: KnownExports,
): Promise<StateGraph> {
  const { model, counts } = manifest;
  const place = counts.distinct < fewStates ? undefined : placeOf(folder, model);
  const kept = place === undefined || fresh ? undefined : await readKept(place);
  if (kept !== undefined) {
    onKnown(model);
    return unpackGraph(kept as PackedGraph);
  }
  const { graph } = await openGraph(folder);
  if (place !== undefined) await keep(place, packGraph(graph));
  return graph;
}

/** The file in which a graph is kept, named after a digest of all that it depends on. */
function placeOf(folder: string, model: string): string | undefined {
  try {
    const hash = createHash('sha256').update(programDigest());
    for (const name of ['manifest.json', 'steps.dot.gz', 'steps.dot']) {
      const file = join(folder, name);
      if (existsSync(file)) hash.update(`\n${name}\n`).update(readFileSync(file));
    }
    return join(cacheFolder(process.env), 'graphs', `${model}-${hash.digest('hex')}`);
  } catch {
    // Whoever reads the export says what is wrong with it.
    return undefined;
  }
}
