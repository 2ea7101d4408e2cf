import type { NodeId } from '@synod/roles';
import type { Counters } from './statistics.js';
import type { Envelope, Transport } from './transport.js';
import { encodeFrame, headerLength } from './wire/codec.js';
import { readEnvelope } from './wire/read-message.js';
import { Malformed } from './wire/shape.js';

/** The way to another node. */
export interface Way {
  /** Adds a frame to what goes to it. */
  send(bytes: Buffer): void;
}

/** Sends to others, and by `toSelf` to oneself, what others would take. */
export function sender(
  id: NodeId,
  ways: ReadonlyMap<NodeId, Way>,
  longest: number,
  { dropped }: Counters,
  toSelf: (envelope: Envelope) => void,
): Transport['send'] {
  return (to, given) => {
    const envelope = checked(given);
    if (envelope === undefined) {
      dropped.malformed += 1;
      return;
    }
    if (to === id) {
      toSelf(envelope);
      return;
    }
    const way = ways.get(to);
    if (way === undefined) {
      dropped['unknown-node'] += 1;
      return;
    }
    const bytes = encodeFrame({ type: 'envelope', ...envelope });
    if (bytes.length - headerLength > longest) dropped['too-large'] += 1;
    else way.send(bytes);
  };
}

/** The envelope as it arrives; undefined if others would close the connection because of it. */
function checked(envelope: Envelope): Envelope | undefined {
  try {
    return readEnvelope(envelope);
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}
