/** What of a node's log is a step in plain words: those lines that belong to an instance. */
export function narrated(line: Readonly<Record<string, unknown>>): string | undefined {
  const { instance, msg } = line;
  return typeof instance === 'string' && typeof msg === 'string' ? `${instance}: ${msg}` : undefined;
}
