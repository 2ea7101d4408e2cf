import { conflict, missingNode, type PairCheck, pairCheck } from '../dot-check.js';
import { IdTable } from './id-table.js';
import { IntColumn } from './int-column.js';

const printed = 1;
const leaves = 2;

/** What shows that a graph is whole, gathered for states that are numbered as they are first named. */
export class NodeChecks {
  readonly ids: IdTable = new IdTable();
  readonly #file: string | undefined;
  readonly #flags = new IntColumn();
  readonly #hashes = new IntColumn();
  /** The line that first named each state. */
  readonly #lines = new IntColumn();
  readonly #pairs: PairCheck = pairCheck();
  #selfLoops = 0;
  #named = 0;

  constructor(file: string | undefined) {
    this.#file = file;
  }

  /** A node line. Returns whether the state was printed before. */
  node(node: number, hash: number, line: number): boolean {
    this.#name(node, line);
    const flags = this.#flags.at(node);
    if ((flags & printed) === 0) {
      this.#flags.set(node, flags | printed);
      this.#hashes.set(node, hash);
      return false;
    }
    if (this.#hashes.at(node) === hash) return true;
    throw conflict(this.ids.text(node), this.#lines.at(node), { file: this.#file, line });
  }

  /** An edge line. */
  edge(from: number, to: number, line: number): void {
    this.#name(from, line);
    this.#name(to, line);
    this.#flags.set(from, this.#flags.at(from) | leaves);
    if (from === to) this.#selfLoops += 1;
    if (!this.#pairs.repeat()) this.#pairs.add(this.ids.text(from), this.ids.text(to));
  }

  #name(node: number, line: number): void {
    if (node < this.#named) return;
    this.#lines.set(node, line);
    this.#named = node + 1;
  }

  /** As `DotCheck` has it. */
  finish(): { readonly terminal: number; readonly repeats: boolean; readonly selfLoops: number } {
    let terminal = 0;
    for (let node = 0; node < this.#named; node++) {
      const flags = this.#flags.at(node);
      if ((flags & printed) === 0) {
        throw missingNode(this.ids.text(node), { file: this.#file, line: this.#lines.at(node) });
      }
      if ((flags & leaves) === 0) terminal += 1;
    }
    return { terminal, repeats: this.#pairs.repeat(), selfLoops: this.#selfLoops };
  }
}
