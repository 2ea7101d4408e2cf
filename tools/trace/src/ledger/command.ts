import { readLedgerIn } from '@synod/runtime';
import { InputError } from '@synod/tla';
import { withUserErrors } from '../node/user-errors.js';
import { colours } from '../output/colours.js';
import { terminalProgress } from '../progress.js';
import { ledgerText } from './ledger-text.js';
import type { LedgerOptions } from './options.js';
import { crashTrial } from './trial/crash-trial.js';
import { damageTrial } from './trial/damage-trial.js';
import { trialText } from './trial/trial-text.js';

/**
 * `synod ledger`.
 *
 * @returns the exit code: 1 if a trial found something wrong, 2 if the ledger is damaged
 * @throws InputError if there is no ledger
 */
export async function ledgerCommand(folder: string | undefined, options: LedgerOptions): Promise<number> {
  const { trial = false, everyValue = false } = options;
  if ((folder === undefined) !== trial) {
    throw new InputError('options', "give the folder of a node's data, or --trial, and not both");
  }
  if (everyValue && !trial) throw new InputError('options', '--every-value is for --trial');
  return folder === undefined ? tryOut(options) : withUserErrors(() => show(folder, options));
}

async function show(folder: string, { json = false }: LedgerOptions): Promise<number> {
  const ledger = await readLedgerIn(folder);
  const { file, length, reading } = ledger;
  console.log(
    json ? JSON.stringify({ format: 1, file, length, ...reading }, undefined, 2) : ledgerText(ledger),
  );
  // A ledger gets its name when its head is durable: no crash leaves one without.
  if (reading.rest !== 'damaged' && reading.head !== undefined) return 0;
  const reason = reading.reason ?? 'it ends before it says whose it is';
  console.error(`synod: ${file} is damaged at byte ${reading.at}: ${reason}. Its node does not start on it.`);
  return 2;
}

async function tryOut({ json = false, everyValue = false, color }: LedgerOptions): Promise<number> {
  const progress = terminalProgress();
  const trials = [
    await crashTrial({ records: 1000, progress }),
    await damageTrial({ records: 100, everyValue, progress }),
  ];
  progress.done();
  console.log(json ? JSON.stringify({ format: 1, trials }, undefined, 2) : trialText(trials, colours(color)));
  return trials.some(({ wrong }) => wrong > 0) ? 1 : 0;
}
