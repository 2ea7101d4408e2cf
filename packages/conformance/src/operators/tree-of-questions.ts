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
export function treeOfQuestions(): TreeOfQuestions {
  // Node 0 has no question: what comes next is where each walk begins.
  const questions: (Question | undefined)[] = [undefined];
  /** Where the places of each node begin, or -1 if they are in `far`. */
  const starts: number[] = [0];
  let places = new Int32Array(1024);
  let used = 1;
  const far = new Map<number, number>();

  return {
    find(state) {
      let node = places[0] as number;
      while (node > 0) {
        const { values, answers } = questions[node] as Question;
        node = next(node, answers[values[state] as number] as number);
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
        [node, answer] = [child, question.answers[question.values[state] as number] as number];
      }
      if (next(node, answer) !== 0) return false;
      put(node, answer, -outcome - 1);
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
    if (used > places.length) {
      const larger = new Int32Array(used * 2);
      larger.set(places);
      places = larger;
    }
    return questions.push(question) - 1;
  }
}
