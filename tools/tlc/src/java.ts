import { resolve } from 'node:path';
import { InputError } from '@synod/tla';
import { type Environment, findOnPath } from './environment.js';
import { runProcess } from './process.js';

/**
 * The Java to run TLC with: that of `JAVA_HOME`, else the first on `PATH`, whichever answers to `-version`.
 *
 * @returns the path of the program
 * @throws InputError `no-java`
 */
export async function findJava(environment: Environment): Promise<string> {
  const home = environment['JAVA_HOME'];
  const onPath = await findOnPath('java', environment);
  const candidates = [home ? resolve(home, 'bin', 'java') : undefined, onPath];
  for (const candidate of candidates) {
    if (candidate !== undefined && (await answers(candidate, environment))) return candidate;
  }
  const tried = [
    home ? `JAVA_HOME (${home}) has no working bin/java` : 'JAVA_HOME is not set',
    onPath === undefined ? 'there is no java on PATH' : `${onPath} does not run`,
  ];
  throw new InputError(
    'no-java',
    `TLC needs Java, and none was found: ${tried.join(', ')}; install a Java 11 or later, or set JAVA_HOME to one`,
  );
}

async function answers(java: string, environment: Environment): Promise<boolean> {
  try {
    const request = { command: java, arguments: ['-version'], cwd: process.cwd(), environment };
    return (await runProcess({ ...request, stdio: 'pipe' })) === 0;
  } catch {
    return false;
  }
}
