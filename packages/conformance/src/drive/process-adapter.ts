import { InputError, type Json } from '@synod/tla';
import type { Adapter } from './adapter.js';
import { brief, type Conversation, type ConversationOptions, conversation } from './conversation.js';

/** An implementation in a process of its own. */
export interface ProcessAdapter extends Adapter {
  /** Ends the process. */
  close(): Promise<void>;
}

/**
 * An implementation in any language, behind standard input and output. One JSON object a line is asked, and one answered:
 *
 *     {"reset":{…}}                                          {"ok":true}
 *     {"step":"Phase1b","params":{"a":"a1"},"expected":{…}}  {"ok":true}, or {"ok":false} if it refuses
 *     {"observe":true}                                       {"state":{…}}
 *
 * Values are as in traces (docs/trace-format.md). Without `expected` a step is one that must be refused. `{"error":"…"}` in
 * place of any answer says that something went wrong. A process that ends, or does not answer in time, has failed in that
 * step; the next `reset` starts another.
 *
 * @throws InputError, from each function, if the command cannot be run or does not answer like this
 */
export function processAdapter(
  command: string,
  args: readonly string[] = [],
  options: ConversationOptions = {},
): ProcessAdapter {
  let talk: Conversation | undefined;
  let answered = false;
  const ask = async (question: Json): Promise<{ readonly [field: string]: Json }> => {
    talk ??= conversation(command, args, options);
    const answer = await talk.ask(question);
    answered = true;
    if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) {
      throw unexpected(question, answer, 'an object');
    }
    const fields = answer as { readonly [field: string]: Json };
    const { error } = fields;
    if (error !== undefined) throw new Error(typeof error === 'string' ? error : JSON.stringify(error));
    return fields;
  };
  const unexpected = (question: Json, answer: Json, wanted: string): InputError => {
    const message = `${command} answered ${brief(JSON.stringify(answer))} to ${brief(JSON.stringify(question))}: expected is ${wanted}.`;
    return new InputError('process', message);
  };
  return {
    async reset(initial) {
      if (talk?.ended === true && answered) talk = undefined;
      const question = { reset: initial as Json };
      const answer = await ask(question);
      if (answer['ok'] !== true) throw unexpected(question, answer, '{"ok":true}');
    },
    async step(action, params, expected) {
      const question = {
        step: action,
        params,
        ...(expected === undefined ? {} : { expected: expected as Json }),
      };
      const answer = await ask(question);
      const { ok } = answer;
      if (typeof ok !== 'boolean')
        throw unexpected(question, answer, '{"ok":true}, or {"ok":false} to refuse');
      return ok;
    },
    async observe() {
      const question = { observe: true };
      const answer = await ask(question);
      const { state } = answer;
      if (typeof state !== 'object' || state === null || Array.isArray(state)) {
        throw unexpected(question, answer, '{"state":{…}}');
      }
      return state as { readonly [variable: string]: Json };
    },
    async close() {
      await talk?.close();
    },
  };
}
