import { DigestSum, digestLength, sha256 } from './digest.js';
import { DigestTable } from './digest-table.js';

/** How many there are of something, and the sum of their digests: the same in whatever order they come. */
export interface Tally {
  readonly count: number;
  readonly digest: string;
}

/**
 * What a state graph can be held to without having it. The digest of a state is the SHA-256 of its variables as
 * canonical text, a line each; that of a step is the SHA-256 of the digests of both its states and its label.
 */
export interface GraphCertificate {
  readonly initial: Tally;
  readonly states: Tally;
  readonly steps: Tally;
}

const newline = 10;
/** The hexadecimal digits of a digest, and the newline before or behind them. */
const hexLine = 2 * digestLength + 1;

/** Makes a certificate of states and steps in any order. What is kept of a state is its digest, and of a step nothing. */
export class Certifier {
  readonly #variables: readonly string[];
  readonly #initial = new DigestSum();
  readonly #states = new DigestSum();
  readonly #steps = new DigestSum();
  readonly #digests = new DigestTable();
  #text = Buffer.alloc(1024);

  constructor(variables: readonly string[]) {
    this.#variables = variables;
  }

  /**
   * Adds a state.
   *
   * @param id a number that no other state has
   * @param keys the canonical text of each variable's value
   */
  state(id: number, keys: readonly string[], initial: boolean): void {
    const text = this.#variables.map((variable, index) => `/\\ ${variable} = ${keys[index]}`).join('\n');
    const digest = sha256(text);
    this.#digests.set(id, digest);
    this.#states.add(digest);
    if (initial) this.#initial.add(digest);
  }

  /** Whether a state is known to have been added; in one case of 2^32 it has been, and this is false. */
  has(id: number): boolean {
    return this.#digests.has(id);
  }

  /** Adds a step between two states that have been added; each distinct step once. */
  step(from: number, label: string, to: number): void {
    const most = 3 * label.length + 2 * hexLine;
    if (this.#text.length < most) this.#text = Buffer.alloc(2 * most);
    const text = this.#text;
    this.#digests.writeHex(from, text, 0);
    text[hexLine - 1] = newline;
    const end = hexLine + text.write(label, hexLine);
    text[end] = newline;
    this.#digests.writeHex(to, text, end + 1);
    this.#steps.add(sha256(text.subarray(0, end + hexLine)));
  }

  certificate(): GraphCertificate {
    return { initial: tally(this.#initial), states: tally(this.#states), steps: tally(this.#steps) };
  }
}

function tally(sum: DigestSum): Tally {
  return { count: sum.count, digest: sum.toString() };
}

/** The first part in which two certificates differ, in words, or undefined. */
export function certificateDifference(
  expected: GraphCertificate,
  actual: GraphCertificate,
): string | undefined {
  for (const part of ['initial', 'states', 'steps'] as const) {
    const what = part === 'initial' ? 'initial states' : part;
    const [wanted, found] = [expected[part], actual[part]];
    if (wanted.count !== found.count)
      return `${found.count} ${what}, where the certificate has ${wanted.count}`;
    if (wanted.digest !== found.digest)
      return `other ${what} than the certificate, ${wanted.count} on both sides`;
  }
  return undefined;
}
