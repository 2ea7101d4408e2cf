import type { Colours } from '@synod/conformance/text';
import pc from 'picocolors';

export type { Colours };

/** Colours where standard output is a terminal and nobody has asked for none. */
export function colours(wanted: boolean): Colours {
  // Decided here: picocolors would colour a pipe too where CI is set.
  const { NO_COLOR, TERM } = process.env;
  if (!wanted || !process.stdout.isTTY || NO_COLOR || TERM === 'dumb') return pc.createColors(false);
  return pc.createColors(true);
}
