import type { TlaValue } from '@synod/tla';
import { ownText, type Slice, valueSlices } from './value-slices.js';

/** Reads lines of a state graph that look as `graphLines` writes them, without parsing them whole. */
export interface GraphLineReader {
  /** A state that has the number expected; undefined if the line is to be parsed. */
  state(
    text: string,
    expected: number,
  ): { readonly values: readonly TlaValue[]; readonly initial: boolean } | undefined;
  /** A step with a label that has been learned; undefined if the line is to be parsed. */
  step(text: string): { readonly from: number; readonly label: number; readonly to: number } | undefined;
  /** Says which label the step had that was looked at last, and has been parsed. */
  learn(label: number): void;
}

const stepLine = /^\{"from":(0|[1-9]\d{0,8}),(.*)"to":(0|[1-9]\d{0,8})\}$/;
/** With these, what stands between two numbers may say them anew. */
const ambiguous = /\\|"from"|"to"/;

const initialMark = '"initial":true,';
const valuesOpen = '"values":{';

/** @param parse the value that a text is; undefined if its line is to be parsed */
export function graphLineReader(
  variables: readonly string[],
  parse: (text: string) => TlaValue | undefined,
): GraphLineReader {
  const slices = valueSlices(parse);
  const names = variables.map((name, i) => `${i === 0 ? '' : ','}${JSON.stringify(name)}:`);
  let last: readonly Slice[] = [];
  const labels = new Map<string, number>();
  let unknown: string | undefined;
  return {
    state(text, expected) {
      const start = `{"state":${expected},`;
      if (!text.startsWith(start)) return undefined;
      const initial = text.startsWith(initialMark, start.length);
      let at = start.length + (initial ? initialMark.length : 0);
      if (!text.startsWith(valuesOpen, at)) return undefined;
      at += valuesOpen.length;
      const found: Slice[] = [];
      for (const [i, name] of names.entries()) {
        if (!text.startsWith(name, at)) return undefined;
        const slice = slices.read(text, at + name.length, last[i]);
        if (slice === undefined) return undefined;
        found.push(slice);
        at = slice.end;
      }
      if (!text.startsWith('}}', at) || at + 2 !== text.length) return undefined;
      last = found;
      return { values: found.map(({ value }) => value), initial };
    },
    step(text) {
      unknown = undefined;
      if (!text.startsWith('{"from":')) return undefined;
      const [, from, middle, to] = stepLine.exec(text) ?? [];
      if (middle === undefined) return undefined;
      const label = labels.get(middle);
      if (label !== undefined) return { from: Number(from), label, to: Number(to) };
      if (!ambiguous.test(middle)) unknown = middle;
      return undefined;
    },
    learn(label) {
      if (unknown !== undefined) labels.set(ownText(unknown), label);
      unknown = undefined;
    },
  };
}
