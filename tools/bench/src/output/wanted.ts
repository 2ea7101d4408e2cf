import type { Row, Wanted } from '../rows/row.js';

/** A bound, in words. */
export function wantedText(wanted: Wanted, of: NonNullable<Row['amount']>['of'] | undefined): string {
  switch (wanted.type) {
    case 'times faster': {
      const memory = wanted.peakBytes === undefined ? '' : `, under ${wanted.peakBytes / 1e9} GB`;
      return `${wanted.atLeast} times faster${memory}`;
    }
    case 'times as long':
      return `at most ${wanted.atMost} times as long`;
    case 'seconds':
      return `under ${wanted.below} s`;
    case 'a second':
      return `${wanted.atLeast} ${of ?? ''} a second`;
  }
}
