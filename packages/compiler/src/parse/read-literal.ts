import { part, spanOf, unsupported } from './node.js';
import type { Read } from './reader.js';

const prefixes: Readonly<Record<string, string>> = { b: '0b', B: '0b', o: '0o', O: '0o', h: '0x', H: '0x' };

const escapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', f: '\f', r: '\r' };

const based: Read = (node, { source }) => {
  const digits = part(node, 1).text;
  return integer(BigInt(`${prefixes[part(node, 0).text.slice(1)] ?? ''}${digits}`), spanOf(node, source));
};

function integer(value: bigint, span: ReturnType<typeof spanOf>): ReturnType<Read> {
  const small = Number(value);
  return { type: 'literal', value: Number.isSafeInteger(small) ? small : value, span };
}

export const literals: Readonly<Record<string, Read>> = {
  nat_number: (node, { source }) => integer(BigInt(node.text), spanOf(node, source)),
  binary_number: based,
  octal_number: based,
  hex_number: based,
  real_number: (node, { source }) => {
    throw unsupported('a real number', node, source);
  },
  string: (node, { source }) => ({
    type: 'literal',
    value: node.text.slice(1, -1).replace(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter),
    span: spanOf(node, source),
  }),
  boolean: (node, { source }) => ({
    type: 'literal',
    value: node.text === 'TRUE',
    span: spanOf(node, source),
  }),
};
