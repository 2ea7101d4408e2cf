/** Whether a command is asked for JSON. What stands behind `--` is another program's. */
export function asksForJson(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).includes('--json');
}

/**
 * What a program reads that asked for JSON, where there is no result: the line that people read on standard error.
 *
 * @param message that line, without the program's name
 */
export function failureJson(message: string): string {
  return JSON.stringify({ format: 1, exitCode: 2, error: message }, undefined, 2);
}
