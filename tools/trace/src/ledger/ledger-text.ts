import { number } from '@synod/conformance/text';
import type { LedgerHead, LedgerRecord, StoredEntry } from '@synod/roles';
import type { readLedgerIn } from '@synod/runtime';

/** The longest value that is printed whole. */
const longest = 60;

/** What a ledger holds: whose it is, then each instance's records with their places in the ledger. */
export function ledgerText({ file, length, reading }: Awaited<ReturnType<typeof readLedgerIn>>): string {
  const { head, entries, end, rest, at } = reading;
  const whose =
    head === undefined
      ? file
      : `${file}: ${name(head.node)} of the cluster ${name(head.cluster)}${under(head)}`;
  const lines = [`${whose}, ${count(entries.length, 'record')}, ${count(length, 'byte')}`];
  for (const [instance, numbered] of byInstance(entries)) {
    lines.push('', instance === undefined ? 'no instance' : `instance ${name(instance)}`);
    const width = `${entries.length}`.length;
    for (const [index, record] of numbered) {
      lines.push(`  ${`${index + 1}`.padStart(width)}  ${inWords(record)}`);
    }
  }
  if (rest === 'torn' && head !== undefined) {
    const torn =
      end > at
        ? `byte ${at} lacks the line feed of the last record, which counts`
        : `from byte ${at} on, ${count(length - at, 'byte')} of a record that a crash has torn: nobody was told of it, and it will be cut`;
    lines.push('', torn);
  }
  if (rest === 'damaged') lines.push('', `damaged from byte ${at} on: ${reading.reason ?? ''}`);
  return lines.join('\n');
}

function under({ configuration }: LedgerHead): string {
  return configuration === undefined ? '' : ` (configuration ${name(configuration)})`;
}

type Numbered = readonly [index: number, record: LedgerRecord];

function byInstance(entries: readonly StoredEntry[]): ReadonlyMap<string | undefined, readonly Numbered[]> {
  const found = new Map<string | undefined, Numbered[]>();
  for (const [index, { instance, record }] of entries.entries()) {
    const before = found.get(instance);
    if (before === undefined) found.set(instance, [[index, record]]);
    else before.push([index, record]);
  }
  return found;
}

function inWords(record: LedgerRecord): string {
  switch (record.type) {
    case 'promise':
      return `promises to take part in no ballot below ${record.bal}`;
    case 'vote':
      return `votes for ${value(record.val)} in ballot ${record.bal}`;
    case 'ballot':
      return `begins ballot ${record.bal}`;
  }
}

/** Quoted, so that nothing in it moves a terminal's cursor. */
function value(val: string): string {
  if (val.length <= longest) return JSON.stringify(val);
  return `${JSON.stringify(`${val.slice(0, longest)}…`)} (${count(val.length, 'character')})`;
}

function name(instance: string): string {
  return /^[\w.:/-]+$/.test(instance) ? instance : value(instance);
}

function count(of: number, what: string): string {
  return `${number(of)} ${what}${of === 1 ? '' : 's'}`;
}
