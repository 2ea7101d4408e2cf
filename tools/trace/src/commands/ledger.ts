import type { Command } from 'commander';
import type { LedgerOptions } from '../ledger/options.js';

/** `synod ledger`. */
export function addLedger(synod: Command, finish: (exitCode: number) => void): void {
  synod
    .command('ledger')
    .description("print what a node's ledger holds, or try what crashes and damage do to one")
    .argument('[folder]', "the folder of a node's data")
    .option('--trial', 'crash after every byte of a log, and change every byte: 1 if anything is forgotten')
    .option('--every-value', 'with --trial: change each byte to all other values, not to some')
    .option('--json', 'print it as JSON')
    .action(async (folder: string | undefined, options: Omit<LedgerOptions, 'color'>) => {
      // Loaded only here: no other command needs it.
      const { ledgerCommand } = await import('../ledger/command.js');
      finish(
        await ledgerCommand(folder, { ...options, color: synod.opts<{ readonly color: boolean }>().color }),
      );
    });
}
