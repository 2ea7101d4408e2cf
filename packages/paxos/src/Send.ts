// biome-ignore-all format: the specification's text stands beside the code, aligned
import { including, type TlaSet } from '@synod/tla';
import type { Message, State } from './state.js';

/** The next value of `msgs`. A message sent before changes nothing. @spec Paxos!Send */
export function Send(s: State, m: Message): TlaSet<Message> {
  return including(s.msgs, m);                                              // msgs' = msgs \cup {m}
}
