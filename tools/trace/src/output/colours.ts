import pc from 'picocolors';

/** The colours that reports use. */
export type Colours = ReturnType<typeof pc.createColors>;

/** Colours where standard output is a terminal and nobody has asked for none. */
export function colours(wanted: boolean): Colours {
  // Decided here: picocolors would colour a pipe too where CI is set.
  const { NO_COLOR, TERM } = process.env;
  if (!wanted || !process.stdout.isTTY || NO_COLOR || TERM === 'dumb') return pc.createColors(false);
  return pc.createColors(true);
}
