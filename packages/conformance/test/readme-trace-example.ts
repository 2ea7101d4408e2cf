import { explainTrace, modelSpace, readExecution, validateTrace } from '@synod/conformance';
import { type Constants, instantiate, type Specification } from '@synod/spec';

/** Judges a trace by a specification: the event that nothing matches and why, or nothing if it conforms. */
export async function judge<K, S>(
  specification: Specification<K, S>,
  constants: Constants,
  trace: string,
): Promise<string | undefined> {
  const execution = await readExecution({ chunks: [trace], file: 'run.ndjson' });
  const space = modelSpace(instantiate(specification, constants));
  const validation = validateTrace(execution, space);
  if (validation.outcome.conforms) return undefined;
  const { first, prefixes } = explainTrace(validation);
  const why = prefixes.flatMap(({ next }) => next.map(({ message }) => message));
  return `line ${first.line}: ${first.text}: ${why.join('; ')}`;
}
