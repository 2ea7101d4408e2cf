const meanings: { readonly [code: number]: string } = {
  0: 'no error was found',
  1: 'TLC does not understand its arguments, or could not start',
  10: 'an ASSUME is false',
  11: 'a deadlock was reached',
  12: 'an invariant is violated',
  13: 'a temporal or an action property is violated',
  14: 'an Assert failed',
  75: 'the specification could not be evaluated',
  76: 'an invariant could not be evaluated',
  77: 'a temporal property could not be evaluated',
  150: 'the specification could not be parsed',
  151: 'the cfg file names something that the specification does not define',
  152: 'the state space is too large',
  153: 'the operating system failed TLC',
  255: 'the cfg file is missing or malformed, or TLC itself failed',
};

/** What TLC's exit code means, as the end of a sentence. */
export function exitMeaning(code: number): string {
  return meanings[code] ?? (code > 128 && code < 150 ? 'TLC was ended by a signal' : `exit code ${code}`);
}

/** Whether the exit code says that the specification is wrong, rather than that TLC could not tell. */
export function isViolation(code: number): boolean {
  return code >= 10 && code <= 14;
}
