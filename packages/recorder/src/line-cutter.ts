const newline = 10;

/** No line of a trace is longer, in bytes (docs/trace-format.md). */
const longestLine = 16 * 1024 * 1024;

/** Cuts bytes into lines. */
export interface LineCutter {
  push(bytes: Uint8Array): void;
  /** How many bytes were whole lines, newlines included. */
  readonly whole: number;
  /** How many bytes came after the last newline. */
  readonly rest: number;
}

/**
 * Gives each whole line of what it is given in pieces, and keeps no more than a line.
 *
 * @param onLine its text without the newline, and its number, from 1 on
 * @param refuse the error for a line that is too long or no UTF-8
 */
export function lineCutter(
  onLine: (text: string, number: number) => void,
  refuse: (number: number, why: string) => Error,
): LineCutter {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let parts: Uint8Array[] = [];
  let [whole, rest, number] = [0, 0, 1];
  const keep = (bytes: Uint8Array): void => {
    if (bytes.length === 0) return;
    rest += bytes.length;
    if (rest > longestLine) throw refuse(number, 'this line is longer than 16 MiB');
    // A copy, which `slice` of a Buffer is not: the caller may use its own again.
    parts.push(Uint8Array.from(bytes));
  };
  const text = (): string => {
    try {
      return decoder.decode(Buffer.concat(parts));
    } catch {
      throw refuse(number, 'this line is not UTF-8');
    }
  };
  return {
    push(bytes) {
      let start = 0;
      for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
        keep(bytes.subarray(start, end));
        onLine(text(), number);
        whole += rest + 1;
        [parts, rest, number, start] = [[], 0, number + 1, end + 1];
      }
      keep(bytes.subarray(start));
    },
    get whole() {
      return whole;
    },
    get rest() {
      return rest;
    },
  };
}
