import { Consensus } from '@synod/consensus';
import { Paxos } from '@synod/paxos';
import type { Specification } from '@synod/spec';
import { InputError } from '@synod/tla';
import { Voting } from '@synod/voting';

/** A specification in TypeScript, and the module that exports it under the same name. */
export interface Transcription {
  readonly specification: Specification;
  readonly url: string;
}

// URLs are found when they are asked for: that takes some milliseconds, and few commands do.
const transcriptions: { readonly [module: string]: Transcription } = {
  Consensus: {
    specification: Consensus,
    get url() {
      return import.meta.resolve('@synod/consensus');
    },
  },
  Voting: {
    specification: Voting,
    get url() {
      return import.meta.resolve('@synod/voting');
    },
  },
  Paxos: {
    specification: Paxos,
    get url() {
      return import.meta.resolve('@synod/paxos');
    },
  },
};

/** The modules that there is TypeScript for. */
export const transcribedModules: readonly string[] = Object.keys(transcriptions);

/**
 * The specification in TypeScript of a module.
 *
 * @throws InputError if there is none
 */
export function transcriptionOf(module: string): Transcription {
  const found = Object.hasOwn(transcriptions, module) ? transcriptions[module] : undefined;
  if (found !== undefined) return found;
  const known = transcribedModules.join(', ');
  throw new InputError(
    'unknown-module',
    `there is no TypeScript for the module ${module}; there is for ${known}`,
  );
}
