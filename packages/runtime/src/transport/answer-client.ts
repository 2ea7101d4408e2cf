import type { ClientRequest, ClientResponse } from '../client/request.js';
import { RuntimeError } from '../errors.js';
import type { Limits } from './limits.js';
import type { Log } from './log-line.js';
import type { AnswerRequest } from './transport.js';
import { readResponse } from './wire/read-frame.js';

/** Who answers, and within which limits. */
export interface Answering {
  readonly limits: Limits;
  readonly log: Log;
  readonly answer: AnswerRequest;
}

/** What a node says to a request; never rejects. */
export async function answerClient(
  { limits, log, answer }: Answering,
  request: ClientRequest,
  gone: AbortSignal,
): Promise<ClientResponse> {
  // With a value as long as a frame there would be no room for it in the frames between nodes.
  const longest = Math.floor(limits.frame / 2);
  if (request.type === 'propose' && Buffer.byteLength(request.value) > longest) {
    return failed('bad-request', `A value may have at most ${longest} bytes.`);
  }
  try {
    return readResponse(await answer(request, gone));
  } catch (error) {
    if (error instanceof RuntimeError) return failed(error.code, error.message);
    const fields = { request: request.type, detail: String(error) };
    log({ level: 'error', event: 'request-failed', fields });
    return failed('internal-error', 'The node could not answer; its log says why.');
  }
}

/** One line, whatever the sentence has in it. */
export function failed(code: string, message: string): ClientResponse {
  return { type: 'failed', code, message: message.replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ') };
}
