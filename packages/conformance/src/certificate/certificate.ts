import { DigestSum, digestLength, sha256 } from './digest.js';

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

/**
 * Makes a certificate of states and steps in any order. What is kept of a state is its digest, and of a step three
 * numbers: no values.
 */
export class Certifier {
  readonly #variables: readonly string[];
  readonly #initial = new DigestSum();
  readonly #states = new DigestSum();
  readonly #steps = new DigestSum();
  #digests = new Uint8Array(digestLength * 1024);

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
    this.#reserve(id);
    this.#digests.set(digest, id * digestLength);
    this.#states.add(digest);
    if (initial) this.#initial.add(digest);
  }

  /** Adds a step between two states that have been added; each distinct step once. */
  step(from: number, label: string, to: number): void {
    this.#steps.add(sha256(`${this.#hex(from)}\n${label}\n${this.#hex(to)}`));
  }

  certificate(): GraphCertificate {
    return { initial: tally(this.#initial), states: tally(this.#states), steps: tally(this.#steps) };
  }

  #hex(id: number): string {
    return Buffer.from(this.#digests.buffer, id * digestLength, digestLength).toString('hex');
  }

  #reserve(id: number): void {
    while ((id + 1) * digestLength > this.#digests.length) {
      const larger = new Uint8Array(this.#digests.length * 2);
      larger.set(this.#digests);
      this.#digests = larger;
    }
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
