import type { MessageName, Move } from '@synod/simulator';

/** A move, for people. */
export function moveText(move: Move): string {
  switch (move.move) {
    case 'propose':
      return `a client proposes ${move.value} to ${move.node}`;
    case 'query':
      return `a client asks ${move.node}`;
    case 'deliver':
      return `${messageText(move)} arrives`;
    case 'lose':
      return `${messageText(move)} is lost`;
    case 'duplicate':
      return `${messageText(move)} is there twice`;
    case 'timeout':
      return `the time of ${move.node}'s ${move.of} is up`;
    case 'sync':
      return `${move.node}'s disk has it all`;
    case 'crash':
      return `${move.node} crashes${crashText(move)}`;
    case 'restart':
      return `${move.node} starts again`;
  }
}

function messageText({ from, to, type, bal }: MessageName): string {
  return `${type}${bal === undefined ? '' : ` of ballot ${bal}`} from ${from} to ${to}`;
}

function crashText({ kept, between }: Extract<Move, { readonly move: 'crash' }>): string {
  if (between === 'ledger') return ', its ledger synced and nothing in its trace yet';
  if (between === 'trace') return ', its trace written and nothing sent yet';
  return kept === undefined ? '' : `, with ${kept} bytes of what was not synced`;
}
