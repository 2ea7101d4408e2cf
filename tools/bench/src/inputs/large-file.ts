import { closeSync, openSync, writeSync } from 'node:fs';

/** A file that is written in large pieces. */
export interface LargeFile {
  write(text: string): void;
  close(): void;
}

const pieceLength = 4_000_000;

export function largeFile(path: string): LargeFile {
  const file = openSync(path, 'w');
  let pieces: string[] = [];
  let length = 0;
  const flush = (): void => {
    if (length > 0) writeSync(file, pieces.join(''));
    pieces = [];
    length = 0;
  };
  return {
    write(text) {
      pieces.push(text);
      length += text.length;
      if (length > pieceLength) flush();
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}
