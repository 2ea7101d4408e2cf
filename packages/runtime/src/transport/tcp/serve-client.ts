import { setMaxListeners } from 'node:events';
import { answerClient, failed } from '../answer-client.js';
import { encodeFrame, headerLength } from '../wire/codec.js';
import type { RequestFrame, ResponseFrame } from '../wire/frame.js';
import type { Connection } from './connection.js';
import type { TcpContext } from './context.js';

/** Answers a client that was let in, in whatever order the answers come. */
export function serveClient(context: TcpContext, link: Connection): void {
  const { limits, counters } = context;
  const gone = new AbortController();
  setMaxListeners(0, gone.signal);
  let underWay = 0;

  const serve = async ({ id, request }: RequestFrame): Promise<void> => {
    underWay += 1;
    const response = await answerClient(context, request, gone.signal);
    underWay -= 1;
    link.write(fitting({ type: 'response', id, response }, limits.frame));
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
    if (underWay < limits.requests) void serve(frame);
    else {
      const response = failed('busy', `More than ${limits.requests} requests are under way.`);
      link.write({ type: 'response', id: frame.id, response });
    }
  };
}

/** An answer that the client does not take because of its length would end the connection. */
function fitting(frame: ResponseFrame, longest: number): ResponseFrame {
  return encodeFrame(frame).length - headerLength <= longest
    ? frame
    : { ...frame, response: failed('too-large', 'The answer is longer than a frame may be.') };
}
