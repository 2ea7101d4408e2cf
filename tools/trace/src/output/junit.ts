import { writeFile } from 'node:fs/promises';
import { InputError } from '@synod/tla';
import type { Result } from '../result.js';

/** Writes a report that CI servers read: a test case for each model. */
export async function writeJunit(file: string, results: readonly Result[]): Promise<void> {
  try {
    await writeFile(file, junit(results));
  } catch (cause) {
    const message = `the report cannot be written: ${(cause as Error).message}`;
    throw new InputError('junit', message, { file }, { cause });
  }
}

/** The report as XML. A divergence is a failure; what could not be told is an error. */
function junit(results: readonly Result[]): string {
  const failures = results.filter(({ verdict }) => verdict === 'diverges').length;
  const errors = results.filter(({ verdict }) => verdict === 'could not tell').length;
  const total = results.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(3);
  const cases = results.map((result) => {
    const head = `    <testcase classname="synod.check" name="${escape(result.model)}" time="${result.seconds.toFixed(3)}"`;
    if (result.reason !== undefined) {
      return `${head}>\n      <error message="${escape(result.reason)}"/>\n    </testcase>\n`;
    }
    if (result.verdict === 'conforms') return `${head}/>\n`;
    const message = `${result.divergences.length} divergences`;
    return `${head}>\n      <failure message="${message}">${escape(result.divergences.map(({ text }) => text).join('\n\n'))}</failure>\n    </testcase>\n`;
  });
  const attributes = `tests="${results.length}" failures="${failures}" errors="${errors}" time="${total}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n  <testsuite name="synod check" ${attributes}>\n${cases.join('')}  </testsuite>\n</testsuites>\n`;
}

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escape(text: string): string {
  // Characters that XML cannot hold at all are left out.
  return text.replace(/[&<>"]/g, (c) => entities[c] ?? c).replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/g, '');
}
