import { expression } from './expression.js';
import { leaf } from './leaf.js';
import { boolean, type Type } from './type.js';
import { newName, oneIn, type Writer } from './writer.js';

/** What else is written, so that specifications can stand side by side, and tell of their steps. */
export interface Around {
  /** Around an action's body. */
  readonly action: (body: string, action: string, parameters: readonly string[]) => string;
  /** Around what looks at a state before any action does. */
  readonly part: (text: string) => string;
}

/** An action that the relation is made of. */
export interface Used {
  readonly name: string;
  /** What its parameter may be, if it has one: a constant set, and the type of its elements. */
  readonly parameter?: { readonly text: string; readonly type: Type };
  /**
   * Of one from an INSTANCE: what its steps are called, and the arguments of the INSTANCE. It has no place of its own where
   * those are told of its steps who want to know: they are told where it is used.
   */
  readonly foreign?: { readonly label: string; readonly given: readonly string[] };
}

/** `Next_n`, and a part of it with a name of its own. */
export interface Relation {
  readonly units: (around: Around) => readonly string[];
  readonly coarse: ReadonlyMap<string, string>;
}

type Text = (around: Around) => string;

/** A next-state relation of actions, each used once: alone, beside a guard, for every element of a set, in a LET. */
export function next(writer: Writer, number: number, used: readonly Used[]): Relation {
  const coarse = new Map<string, string>();
  const inner = used.filter(() => oneIn(writer, 3));
  const outer = used.filter((one) => !inner.includes(one));
  const [mid, whole] = [`Mid_${number}`, `Next_${number}`];
  const disjuncts = (some: readonly Used[], enclosing: string): readonly Text[] =>
    some.map((one) => useOf(writer, one, (name) => coarse.set(name, enclosing)));
  const [within, beside] = [disjuncts(inner, mid), disjuncts(outer, whole)];
  const either = (texts: readonly Text[], around: Around): string =>
    texts.map((text) => `(${text(around)})`).join(' \\/ ');
  const all: readonly Text[] = within.length === 0 ? beside : [...beside, () => mid];
  return {
    coarse,
    units: (around) => [
      ...(within.length === 0 ? [] : [`${mid} == ${either(within, around)}`]),
      `${whole} == ${either(all, around)}`,
    ],
  };
}

function useOf(writer: Writer, used: Used, hide: (name: string) => void): Text {
  const { name, parameter, foreign } = used;
  const label = foreign?.label ?? name;
  const call = (argument: string | undefined): Text => {
    const text = argument === undefined ? name : `${name}(${argument})`;
    if (foreign === undefined) return () => text;
    // What is told of a step hides the action from TLC: it stands in a conjunction.
    hide(label);
    const given = argument === undefined ? foreign.given : [...foreign.given, argument];
    return (around) => around.action(text, label, given);
  };
  if (parameter === undefined) return guarded(writer, label, call(undefined), hide);
  const bound = newName(writer, 'q');
  switch (writer.random.below(5)) {
    case 0:
      return guarded(writer, label, call(leaf(writer, parameter.type, expression)), hide);
    case 1: {
      // TLC takes the loop apart if it can find the set without a state, and sees the action behind it then.
      hide(label);
      const set = expression({ ...writer, depth: 1 }, { kind: 'set', of: parameter.type });
      const body = call(bound);
      return (around) => around.part(`\\E ${bound} \\in ${set} : ${body(around)}`);
    }
    case 2: {
      const [argument, body] = [expression({ ...writer, depth: 1 }, parameter.type), call(bound)];
      return (around) => `LET ${bound} == ${argument} IN ${body(around)}`;
    }
    default: {
      const body = guarded(writer, label, call(bound), hide);
      return (around) => `\\E ${bound} \\in ${parameter.text} : ${body(around)}`;
    }
  }
}

function guarded(writer: Writer, name: string, body: Text, hide: (name: string) => void): Text {
  const form = writer.random.below(5);
  if (form > 1) return body;
  hide(name);
  const guard = expression({ ...writer, depth: 1 }, boolean);
  return form === 0
    ? (around) => around.part(`(${guard} /\\ ${body(around)})`)
    : (around) => around.part(`(IF ${guard} THEN ${body(around)} ELSE FALSE)`);
}
