/** How many characters of texts are kept. */
const mostKept = 32_000_000;

/**
 * A function that remembers its results. When the texts that it keeps have grown too long, it forgets them all: what
 * recurs is soon there again.
 *
 * @param length how long the texts are that are kept with an argument
 */
export function boundedMemo<Argument, Result>(
  make: (argument: Argument) => Result,
  length: (argument: Argument, result: Result) => number,
): (argument: Argument) => Result {
  const known = new Map<Argument, Result>();
  let kept = 0;
  return (argument) => {
    const before = known.get(argument);
    if (before !== undefined) return before;
    const result = make(argument);
    kept += length(argument, result);
    if (kept > mostKept) {
      known.clear();
      kept = 0;
    }
    known.set(argument, result);
    return result;
  };
}
