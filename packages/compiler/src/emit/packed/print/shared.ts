import type { Step } from '../block.js';
import type { Write } from '../effect.js';
import type { Atom, Logic } from '../symbolic/logic.js';

/** Where something is computed: a block of code, within others. */
export interface Block {
  readonly outer: Block | undefined;
  readonly depth: number;
  /** What is computed at its beginning, because it is used in several places within it; in the order to compute it. */
  readonly shared: (Logic | Atom)[];
}

export interface Blocks {
  readonly top: Block;
  readonly of: ReadonlyMap<readonly Step[], Block>;
}

type Node = Logic | Atom;

interface Use {
  count: number;
  block: Block;
}

/** Finds what is used in several places, and the innermost block around all of them. */
export function shareWithin(steps: readonly Step[]): Blocks {
  const uses = new Map<Node, Use>();
  const of = new Map<readonly Step[], Block>();
  const use = (node: Node, block: Block, count: number): void => {
    const known = uses.get(node);
    if (known === undefined) {
      uses.set(node, { count, block });
    } else {
      known.count += count;
      known.block = around(known.block, block);
    }
  };
  const visit = (body: readonly Step[], outer: Block | undefined): Block => {
    const block: Block = { outer, depth: outer === undefined ? 0 : outer.depth + 1, shared: [] };
    of.set(body, block);
    for (const step of body) {
      for (const node of usedBy(step)) use(node, block, 1);
      if ('body' in step) visit(step.body, block);
    }
    return block;
  };
  const top = visit(steps, undefined);
  // What a formula is made of has a smaller id than itself.
  const waiting = new Map([...uses.keys()].map((node) => [node.id, node]));
  const ids = new Heap([...waiting.keys()]);
  for (let id = ids.pop(); id !== undefined; id = ids.pop()) {
    const node = waiting.get(id) as Node;
    const { count, block } = uses.get(node) as Use;
    const shared = count > 1 && isWorthAName(node);
    if (shared) block.shared.unshift(node);
    for (const part of partsOf(node)) {
      if (!waiting.has(part.id)) {
        waiting.set(part.id, part);
        ids.push(part.id);
      }
      use(part, block, shared ? 1 : count);
    }
  }
  return { top, of };
}

/** Numbers, the greatest first. */
class Heap {
  readonly #items: number[];

  constructor(items: readonly number[]) {
    this.#items = items.toSorted((a, b) => b - a).toReversed();
  }

  push(item: number): void {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#items[middle] as number) < item) low = middle + 1;
      else high = middle;
    }
    this.#items.splice(low, 0, item);
  }

  pop(): number | undefined {
    return this.#items.pop();
  }
}

function around(a: Block, b: Block): Block {
  let [left, right] = [a, b];
  while (left !== right) {
    if (left.depth >= right.depth) left = left.outer as Block;
    else right = right.outer as Block;
  }
  return left;
}

function* usedBy(step: Step): Generator<Node> {
  switch (step.kind) {
    case 'if':
      yield step.condition;
      return;
    case 'times':
      yield* step.ways;
      return;
    case 'fail':
      yield step.when;
      return;
    case 'return':
      yield step.of;
      return;
    case 'emit':
    case 'tally': {
      const { writes, label } = step.kind === 'emit' ? step : step.emit;
      yield* label.atoms;
      for (const write of writes) yield* usedByWrite(write);
      return;
    }
    case 'write':
      yield* usedByWrite(step.write);
      return;
    case 'count':
    case 'loop':
  }
}

function* usedByWrite({ tables, conditions }: Write): Generator<Node> {
  for (const { atoms } of tables.values()) yield* atoms;
  for (const { when } of conditions) yield when;
}

function isAtom(node: Node): node is Atom {
  return 'source' in node;
}

function partsOf(node: Node): readonly Node[] {
  if (!isAtom(node)) {
    if (node.op === 'test') return node.atoms;
    if (node.op === 'same' || node.op === 'differ') return [node.left, node.right];
    return node.op === 'and' || node.op === 'or' ? node.items : [];
  }
  const { source } = node;
  if (source.kind === 'truth') return [source.of];
  if (source.kind === 'count') return source.of;
  return source.kind === 'mapped' ? source.atoms : [];
}

/** What is cheap is rather computed again. */
function isWorthAName(node: Node): boolean {
  if (isAtom(node)) {
    const { kind } = node.source;
    return kind === 'count' || kind === 'mapped' || (kind === 'field' && node.size > 2);
  }
  return node.op === 'and' || node.op === 'or' || (node.op === 'test' && node.atoms.length > 1);
}
