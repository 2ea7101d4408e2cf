import type { ClientRequest, ClientResponse } from '../../client/request.js';
import {
  type ClientHello,
  type Decoded,
  type EnvelopeFrame,
  type Frame,
  type NodeHello,
  wireVersion,
} from './frame.js';
import { envelopeFields } from './read-message.js';
import {
  exactly,
  Malformed,
  mapOf,
  name,
  oneOf,
  optional,
  plain,
  type Read,
  sentence,
  shape,
  text,
  whole,
} from './shape.js';

const version: Read<typeof wireVersion> = (value) => {
  if (value !== wireVersion) throw new Malformed('a version is missing');
  return wireVersion;
};

const nodeHello = shape<NodeHello>({
  type: exactly('hello'),
  as: exactly('node'),
  version,
  cluster: name,
  configuration: name,
  node: name,
});

const clientHello = shape<ClientHello>({
  type: exactly('hello'),
  as: exactly('client'),
  version,
  cluster: optional(name),
});

/** What a client asks. */
export const readRequest: Read<ClientRequest> = oneOf<ClientRequest>({
  propose: shape({ type: exactly('propose'), instance: name, value: text }),
  query: shape({ type: exactly('query'), instance: name }),
  status: shape({ type: exactly('status') }),
});

const scalar: Read<string | number | boolean> = (value) => {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  return sentence(value);
};

/** What a node answers. */
export const readResponse: Read<ClientResponse> = oneOf<ClientResponse>({
  chosen: shape({ type: exactly('chosen'), val: text }),
  unknown: shape({ type: exactly('unknown') }),
  status: shape({ type: exactly('status'), status: mapOf(scalar, 1000) }),
  failed: shape({ type: exactly('failed'), code: name, message: sentence }),
});

const read: Read<Frame> = oneOf<Frame>({
  hello: (value) => (text(plain(value)['as']) === 'client' ? clientHello(value) : nodeHello(value)),
  refused: shape({ type: exactly('refused'), reason: name, message: sentence }),
  envelope: shape<EnvelopeFrame>({ type: exactly('envelope'), ...envelopeFields }),
  request: shape({ type: exactly('request'), id: whole(0), request: readRequest }),
  response: shape({ type: exactly('response'), id: whole(0), response: readResponse }),
  ping: shape({ type: exactly('ping') }),
  pong: shape({ type: exactly('pong') }),
});

/** A frame of what msgpack made of its bytes, whatever it is. */
export function readFrame(value: unknown): Decoded {
  try {
    return otherVersion(value) ?? read(value);
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return { type: 'malformed', problem: error.message };
  }
}

/** Before all else: what another version means by its hello, nobody knows but it. */
function otherVersion(value: unknown): Decoded | undefined {
  const { type, version: given } = plain(value);
  if (!Number.isSafeInteger(given) || given === wireVersion || text(type) !== 'hello') return undefined;
  return { type: 'other-version', version: given as number };
}
