import type { Question } from './questions.js';

/** What was asked of some states, one question after the other, and which outcomes that led to. */
export interface TreeOfQuestions {
  /** The outcome of the states that answer as this one does; -1 if none of them has been added. */
  find(state: number): number;
  /** Adds what was asked of a state; false if states that answer as it does were asked something else. */
  add(state: number, asked: readonly Question[], outcome: number): boolean;
}

/** A question with more answers than these has no array of what comes next: most of it would be empty. */
const mostPlaces = 64;

/**
 * An empty tree. Each node is a question, and has for each of its answers what comes next: the number of a node, which
 * is above 0, or of an outcome, which is written as one below 0, or 0 for nothing yet.
 */
export function treeOfQuestions(states: number): TreeOfQuestions {
  // Node 0 has no question: what comes next is where each walk begins.
  const questions: (Question | undefined)[] = [undefined];
  /** Where the places of each node begin, or -1 if they are in `far`. */
  const starts: number[] = [0];
  let places = new Int32Array(1024);
  let used = 1;
  const far = new Map<number, number>();
  /** By the number that the first question has for a state: what comes next behind all questions of its variable. */
  let shortcut: Int32Array | undefined;

  return {
    find(state) {
      let node = places[0] as number;
      if (shortcut !== undefined) {
        const number = (questions[node] as Question).values[state] as number;
        node =
          (shortcut[number] as number) || (shortcut[number] = behindVariable(questions, next, node, state));
      }
      // Here most time goes that operators take: no function is called.
      while (node > 0) {
        const question = questions[node] as Question;
        let answer = question.answers[question.values[state] as number] as number;
        if (answer === -1) answer = answerTo(question, state);
        const start = starts[node] as number;
        node = start >= 0 ? (places[start + answer] as number) : next(node, answer);
      }
      return -node - 1;
    },
    add(state, asked, outcome) {
      let [node, answer] = [0, 0];
      for (const question of asked) {
        const known = next(node, answer);
        if (known !== 0 && questions[known] !== question) return false;
        const child = known === 0 ? newNode(question) : known;
        put(node, answer, child);
        [node, answer] = [child, answerTo(question, state)];
      }
      if (next(node, answer) !== 0) return false;
      put(node, answer, -outcome - 1);
      const [first] = asked;
      if (first !== undefined && first.kinds * 4 <= states) shortcut ??= new Int32Array(first.kinds);
      return true;
    },
  };

  function next(node: number, answer: number): number {
    const start = starts[node] as number;
    return start >= 0 ? (places[start + answer] as number) : (far.get(node * 2 ** 26 + answer) ?? 0);
  }

  function put(node: number, answer: number, value: number): void {
    const start = starts[node] as number;
    if (start >= 0) places[start + answer] = value;
    else far.set(node * 2 ** 26 + answer, value);
  }

  function newNode(question: Question): number {
    const isNear = question.count <= mostPlaces;
    starts.push(isNear ? used : -1);
    if (isNear) used += question.count;
    if (used > places.length) places = enlarged(places, used * 2);
    return questions.push(question) - 1;
  }
}

function answerTo({ values, answers, settle }: Question, state: number): number {
  const known = answers[values[state] as number] as number;
  return known === -1 && settle !== undefined ? settle(state) : known;
}

function enlarged(numbers: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(numbers);
  return larger;
}

/** What comes next behind this question and those after it that are of the same variable. */
function behindVariable(
  questions: readonly (Question | undefined)[],
  next: (node: number, answer: number) => number,
  first: number,
  state: number,
): number {
  let node = first;
  while (node > 0 && questions[node]?.values === questions[first]?.values)
    node = next(node, answerTo(questions[node] as Question, state));
  return node;
}
