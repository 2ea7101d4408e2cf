import { InputError } from '@synod/tla';

/** Says that nothing is named to hold a trace against. */
export function nothingNamed(file: string | undefined): InputError {
  const message =
    'nothing is named to hold this trace against: give --model NAME for a bundled model ("synod models" lists them), --graph FILE for an export of TLC, or --spec FILE.tla for a specification of your own';
  return new InputError('options', message, { file });
}
