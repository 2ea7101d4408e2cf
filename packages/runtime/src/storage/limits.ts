/** The longest file that is read as a ledger, and that one may become, in bytes. */
export const longestLedger: number = 1024 ** 3;

/** What may wait for the disk, in bytes: a node whose disk is so far behind stops, before its memory is full. */
export const mostWaiting: number = 256 * 1024 ** 2;

/** How much is handed to the operating system in one piece, in bytes, unless one entry is longer. */
export const pieceLength: number = 1024 ** 2;

/** A smaller file is not made smaller, in bytes. */
export const compactAt: number = 16 * 1024 ** 2;
