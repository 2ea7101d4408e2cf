import type { Move } from '../move.js';

/** Moves that say less than this one, the least first. */
export function simpler(move: Move): readonly Move[] {
  if ('chance' in move) {
    const { chance: _, ...plain } = move;
    return [plain];
  }
  if (move.move !== 'crash') return [];
  const bare: Move = { move: 'crash', node: move.node };
  if (move.kept === undefined && move.between === undefined) return [];
  return move.kept !== undefined && move.between !== undefined
    ? [bare, { ...bare, between: move.between }]
    : [bare];
}
