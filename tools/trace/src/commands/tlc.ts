import { findTlc, passThrough } from '@synod/tlc';

/**
 * `synod tlc ARGS…`: the real TLC, with these arguments.
 *
 * @returns TLC's exit code
 */
export async function tlcCommand(tlcArguments: readonly string[]): Promise<number> {
  const tlc = await findTlc({ log: (text) => console.error(`synod: ${text}`) });
  return passThrough(tlc, tlcArguments);
}
