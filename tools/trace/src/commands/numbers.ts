import { InvalidArgumentError } from 'commander';
import { readPercent } from '../coverage/percent.js';

/** What an option that counts is given. */
export function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('it must be a whole number.');
}

/** What an option that is a time is given. */
export function positive(text: string): number {
  const seconds = Number(text);
  if (text.trim() !== '' && Number.isFinite(seconds) && seconds > 0) return seconds;
  throw new InvalidArgumentError('it must be a number of seconds.');
}

/** What an option that is a port is given. */
export function port(text: string): number {
  const number = Number(text);
  if (/^\d{1,5}$/.test(text) && number >= 1 && number <= 65_535) return number;
  throw new InvalidArgumentError('it must be a port: a whole number from 1 to 65535.');
}

/** A percentage, for commander. */
export function percent(text: string): number {
  const read = readPercent(text);
  if (read !== undefined) return read;
  throw new InvalidArgumentError('it must be a percentage from 0 to 100, such as 95 or 99.5.');
}
