import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type OrderedTrace, type Reached, readReached, type TraceModule } from '@synod/conformance';
import { InputError, isComplete, outcomeReader, type Place, SynodError, type TlcOutcome } from '@synod/tla';
import { exitMeaning, runTlc, type Tlc } from '@synod/tlc';

/** How TLC is run. */
export interface TlcRun {
  readonly tlc: Pick<Tlc, 'jar' | 'java'>;
  /** A folder that the modules of the model lie in; what TLC needs and writes is put there, too. */
  readonly folder: string;
  readonly signal: AbortSignal;
  /** Hears each of TLC's `Progress` lines. */
  readonly onProgress: (text: string) => void;
}

/**
 * Most runs are short: Java's thorough compiler would take longer than it saves. And by itself Java compiles no method as
 * long as the one that evaluates expressions.
 */
const java = ['-XX:TieredStopAtLevel=1', '-XX:-DontCompileHugeMethods'];

const printed = 'printed.txt';

/**
 * Runs TLC on a generated module.
 *
 * @param traces those that it follows
 * @returns what it has printed; it can be gone through more than once, until TLC is run again
 * @throws InputError `tlc-failed` with what TLC says if it came to no end, at the trace where it did not
 * @throws SynodError `interrupted`
 */
export async function runModule(
  generated: TraceModule,
  traces: readonly OrderedTrace[],
  { tlc, folder, signal, onProgress }: TlcRun,
): Promise<() => AsyncIterable<Reached>> {
  const { name, module, cfg, tag } = generated;
  await writeFile(join(folder, `${name}.tla`), module);
  await writeFile(join(folder, `${name}.cfg`), cfg);
  const file = join(folder, printed);
  await writeFile(file, '');
  const reader = outcomeReader(onProgress);
  const exitCode = await runTlc({
    tlc,
    java,
    arguments: ['-tool', '-fp', '0', '-workers', 'auto', '-userFile', printed, name],
    cwd: folder,
    stdio: 'pipe',
    onLine: reader.line,
    signal,
  });
  if (signal.aborted) throw new SynodError('interrupted', 'TLC was interrupted');
  reader.end();
  const outcome = reader.outcome();
  if (!isComplete(outcome, exitCode)) throw failure(outcome, exitCode, generated, traces);
  return async function* () {
    const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
    for await (const line of lines) {
      const reached = readReached(line, tag);
      if (reached !== undefined) yield reached;
    }
  };
}

function failure(
  { errors, trace: states }: TlcOutcome,
  exitCode: number,
  { trace }: TraceModule,
  traces: readonly OrderedTrace[],
): InputError {
  const number = new RegExp(`^/\\\\ ${trace} = (\\d+)$`, 'm').exec(states.at(-1) ?? '')?.[1];
  const place: Place = traces[Number(number) - 1]?.trace.header.place ?? {};
  const said = errors.map((error) => error.replaceAll(/\s+/g, ' ')).join(' ');
  const what = `TLC could not follow the trace${place.file === undefined ? 's' : ''} (${exitMeaning(exitCode)})`;
  return new InputError('tlc-failed', said === '' ? what : `${what}: ${said.slice(0, 600)}`, place);
}
