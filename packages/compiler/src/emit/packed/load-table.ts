import { key } from '@synod/tla';
import type { EngineTable } from '../../run/engine.js';
import { codecOf } from './codec.js';
import type { TableData } from './program.js';

type Write = (states: Int32Array, at: number, target: Int32Array, targetAt: number) => void;

/** The operators of a program, by the functions that write their values. */
export function tableOf(
  { functions, words, columns }: TableData,
  code: { readonly [name: string]: unknown },
): EngineTable {
  const writers = functions.map((name) => code[name] as Write);
  return {
    width: words,
    evaluate(states, at, target, targetAt) {
      for (let i = 0; i < writers.length; i++) (writers[i] as Write)(states, at, target, targetAt);
    },
    column({ name, parameters }) {
      const column = columns.find((each) => each.name === name);
      const isAsked =
        column?.parameters.length === parameters.length &&
        parameters.every((tuple, index) => key(tuple) === column.parameters[index]);
      if (column === undefined || !isAsked) return undefined;
      const { decode } = codecOf([column.value], column.words);
      const { from, words: own } = column;
      return { from, words: own, value: (given, at) => decode(given, at)[0] as never };
    },
  };
}
