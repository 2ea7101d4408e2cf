import type { TraceReport } from '@synod/conformance';
import { divergenceText, headline, visible } from '@synod/conformance/text';
import pc from 'picocolors';
import { junitXml } from '../../output/junit-xml.js';
import { warningLines } from './warnings.js';

const plain = pc.createColors(false);

/** A report that CI servers read: a test case for each execution. */
export function reportsJunit(reports: readonly TraceReport[]): string {
  const cases = reports.map((report) => {
    const shown = visible(report);
    const { files, seconds, verdict, reason } = shown;
    const message = headline(shown);
    const output = warningLines(shown).join('\n');
    return {
      name: files.join(', '),
      seconds,
      ...(message === undefined ? {} : { failure: { message, text: divergenceText(shown, plain) ?? '' } }),
      ...(verdict === 'could not tell' ? { error: reason ?? 'it could not be told' } : {}),
      ...(output === '' ? {} : { output }),
    };
  });
  return junitXml('validate', cases);
}
