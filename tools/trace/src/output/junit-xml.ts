/** What became of one test case. */
export interface JunitCase {
  readonly name: string;
  readonly seconds: number;
  /** What was found wrong. */
  readonly failure?: { readonly message: string; readonly text: string };
  /** Why it could not be told. */
  readonly error?: string;
  /** What else was said. */
  readonly output?: string;
}

/**
 * A report in the form that CI servers read. What is wrong is a failure; what could not be told is an error.
 *
 * @param command such as `check`: it names the suite and the class
 */
export function junitXml(command: string, cases: readonly JunitCase[]): string {
  const failures = cases.filter(({ failure }) => failure !== undefined).length;
  const errors = cases.filter(({ error }) => error !== undefined).length;
  const total = cases.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(3);
  const attributes = `tests="${cases.length}" failures="${failures}" errors="${errors}" time="${total}"`;
  const body = cases.map((test) => caseXml(command, test)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n  <testsuite name="synod ${command}" ${attributes}>\n${body}  </testsuite>\n</testsuites>\n`;
}

function caseXml(command: string, { name, seconds, failure, error, output }: JunitCase): string {
  const head = `    <testcase classname="synod.${command}" name="${escape(name)}" time="${seconds.toFixed(3)}"`;
  const inner = [
    failure === undefined
      ? ''
      : `      <failure message="${escape(failure.message)}">${escape(failure.text)}</failure>\n`,
    error === undefined ? '' : `      <error message="${escape(error)}"/>\n`,
    output === undefined ? '' : `      <system-err>${escape(output)}</system-err>\n`,
  ].join('');
  return inner === '' ? `${head}/>\n` : `${head}>\n${inner}    </testcase>\n`;
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
