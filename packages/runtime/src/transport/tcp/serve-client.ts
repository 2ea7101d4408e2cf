import { setMaxListeners } from 'node:events';
import type { ClientRequest, ClientResponse } from '../../client/request.js';
import { RuntimeError } from '../../errors.js';
import { encodeFrame, headerLength } from '../wire/codec.js';
import type { RequestFrame } from '../wire/frame.js';
import { readResponse } from '../wire/read-frame.js';
import type { Connection } from './connection.js';
import type { TcpContext } from './context.js';
import { outbox } from './outbox.js';

/** Answers a client that was let in, in whatever order the answers come. */
export function serveClient(context: TcpContext, link: Connection): void {
  const { limits, counters } = context;
  const gone = new AbortController();
  setMaxListeners(0, gone.signal);
  const box = outbox(limits.queue, () => undefined);
  box.attach(link.socket);
  let underWay = 0;

  const reply = (id: number, response: ClientResponse): void => {
    if (!link.open) return;
    const bytes = encodeFrame({ type: 'response', id, response });
    const dropped = box.push(bytes.length - headerLength <= limits.frame ? bytes : tooLarge(id));
    if (dropped > 0) link.close('slow', 'it does not read the answers');
  };
  const serve = async ({ id, request }: RequestFrame): Promise<void> => {
    underWay += 1;
    const response = await answer(context, request, gone.signal);
    underWay -= 1;
    reply(id, response);
  };
  const before = link.onClose;
  link.onClose = (closed) => {
    gone.abort();
    before(closed);
  };
  link.onFrame = (frame) => {
    if (frame.type !== 'request') {
      link.close('unexpected', `a client sent a frame "${frame.type}"`);
      return;
    }
    counters.requests += 1;
    if (underWay >= limits.requests) {
      reply(frame.id, failed('busy', `More than ${limits.requests} requests are under way.`));
      return;
    }
    void serve(frame);
  };
}

/** What the node says to a request; never rejects. */
async function answer(
  context: TcpContext,
  request: ClientRequest,
  gone: AbortSignal,
): Promise<ClientResponse> {
  const { limits, log } = context;
  // With a value as long as a frame there would be no room for it in the frames between nodes.
  const longest = Math.floor(limits.frame / 2);
  if (request.type === 'propose' && Buffer.byteLength(request.value) > longest) {
    return failed('bad-request', `A value may have at most ${longest} bytes.`);
  }
  try {
    return readResponse(await context.answer(request, gone));
  } catch (error) {
    if (error instanceof RuntimeError) return failed(error.code, error.message);
    log({
      level: 'error',
      event: 'request-failed',
      fields: { request: request.type, detail: String(error) },
    });
    return failed('internal-error', 'The node could not answer; its log says why.');
  }
}

function tooLarge(id: number): Buffer {
  const response = failed('too-large', 'The answer is longer than a frame may be.');
  return encodeFrame({ type: 'response', id, response });
}

/** One line, whatever the sentence has in it. */
function failed(code: string, message: string): ClientResponse {
  return { type: 'failed', code, message: message.replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ') };
}
