import { InputError } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { type Definition, type Expression, parseModule, subexpressions } from '../index.js';

const definitionOf = async (text: string): Promise<Definition> => {
  const module = await parseModule(`---- MODULE M ----\n${text}\n====\n`, 'M.tla');
  const found = module.units.find((unit) => unit.type === 'definition');
  if (found === undefined) throw new Error('no definition');
  return found;
};

/** The shape of an expression: its type or operator, and those within it. */
function shape(expression: Expression): string {
  const name =
    expression.type === 'apply' ? [...expression.path, expression.name].join('!') : expression.type;
  const within = subexpressions(expression).map(shape);
  const own = expression.type === 'literal' ? String(expression.value) : name;
  return within.length === 0 ? own : `${own}(${within.join(' ')})`;
}

describe('an expression', () => {
  it.each([
    ['a + b * c', '+(a *(b c))'],
    ['(a + b) * c', '*(+(a b) c)'],
    ['a - b - c', '-(-(a b) c)'],
    ['-1 .. (b-1)', '..(-.(1) -(b 1))'],
    ['~ a = b', '~(=(a b))'],
    ['a /\\ b /\\ c', 'conjunction(a b c)'],
    ['a \\lor b', 'disjunction(a b)'],
    ['A \\X B \\times C', 'product(A B C)'],
    ['(A \\X B) \\X C', 'product(product(A B) C)'],
    ['a /= b', '#(a b)'],
    ['a =< b', '<=(a b)'],
    ['a \\geq b', '>=(a b)'],
    ['a \\union b', '\\cup(a b)'],
    ["a' = b", "=('(a) b)"],
    ['V!C!Op(a, b)', 'V!C!Op(a b)'],
    ['V!Nat', 'V!Nat'],
    ['f[a, b].c', 'field(index(f tuple(a b)))'],
    ['[f EXCEPT !.a[1] = @, ![2] = 3]', 'except(f a 1 old 2 3)'],
    ['{x \\in S : x \\in T}', 'filter(S \\in(x T))'],
    ['{x + y : x \\in S, y \\in T}', 'map(+(x y) S T)'],
    ['[x \\in S |-> e]', 'function(S e)'],
    ['[S -> T]', 'functionSet(S T)'],
    ['[a |-> 1, b |-> 2]', 'record(1 2)'],
    ['[a : S]', 'recordSet(S)'],
    ['\\A x, y \\in S, <<z, w>> \\in T : P', 'all(S T P)'],
    ['\\exists x \\in S : P', 'exists(S P)'],
    ['CHOOSE x \\in S : P', 'choose(S P)'],
    ['CHOOSE x : P', 'choose(P)'],
    ['IF a THEN b ELSE c', 'if(a b c)'],
    ['CASE a -> b [] c -> d [] OTHER -> e', 'case(a b c d e)'],
    ['LET a == 1 g(x) == x IN g(a)', 'let(1 x g(a))'],
    ['Op(LAMBDA x : x, +)', 'Op(lambda(x) +)'],
    ['[][A]_v /\\ WF_v(A)', 'conjunction([](box(A v)) opaque)'],
    ['<><<A>>_<<v, w>>', '<>(angle(A tuple(v w)))'],
    ['UNCHANGED <<a, b>>', 'UNCHANGED(tuple(a b))'],
    ['/\\ a\n     /\\ \\/ b\n        \\/ c\n     /\\ d', 'conjunction(a disjunction(b c) d)'],
    ['/\\ a\n     /\\ b\n     => c', '=>(conjunction(a b) c)'],
    ['\\* remark\n  <<1, (* two *) 2>>', 'tuple(1 2)'],
  ])('%s', async (text, expected) => {
    const { body } = await definitionOf(`D == ${text}`);
    expect(shape(body)).toBe(expected);
  });

  it('has the place of its first and last token, with its parentheses', async () => {
    const { body } = await definitionOf(
      'D ==\n  /\\ (a\n      + b)\n  /\\ c   \\* remark\n\n(* a comment *)\nE == 1',
    );
    expect(body.span).toMatchObject({ file: 'M.tla', line: 3, column: 3, endLine: 5, endColumn: 7 });
    const sum = subexpressions(body).at(0);
    expect(sum?.span).toMatchObject({
      line: 3,
      column: 6,
      endLine: 4,
      endColumn: 11,
      text: '(a\n      + b)',
    });
  });
});

describe('a module', () => {
  it('is what its text says', async () => {
    const module = await parseModule(
      [
        '---- MODULE M ----',
        'EXTENDS Naturals, N',
        'CONSTANTS A, F(_, _)',
        'VARIABLE x',
        'ASSUME Small == A < 3',
        'RECURSIVE G(_)',
        'G(H(_)) == G(H)',
        'f[a \\in A] == a',
        'LOCAL L == 1',
        'I == INSTANCE P WITH b <- x, c <- A + 1',
        'INSTANCE Q',
        '----',
        'THEOREM G = 1',
        '====',
      ].join('\n'),
      'dir/M.tla',
    );
    expect(module).toMatchObject({
      name: 'M',
      file: 'dir/M.tla',
      extends: [{ name: 'Naturals' }, { name: 'N', span: { line: 2, column: 19 } }],
      units: [
        {
          type: 'constants',
          names: [
            { name: 'A', arity: 0 },
            { name: 'F', arity: 2 },
          ],
        },
        { type: 'variables', names: [{ name: 'x', span: { line: 4, column: 10 } }] },
        { type: 'assume', name: 'Small' },
        { type: 'definition', name: 'G', parameters: [{ name: 'H', arity: 1 }], recursive: false },
        { type: 'definition', name: 'f', recursive: true, body: { type: 'function' } },
        { type: 'definition', name: 'L', local: true },
        { type: 'instance', name: 'I', module: 'P', substitutions: [{ name: 'b' }, { name: 'c' }] },
        { type: 'instance', name: undefined, module: 'Q' },
        { type: 'theorem', name: undefined },
      ],
    });
  });

  it('has modules within it, RECURSIVE names, and says what it needs', async () => {
    const module = await parseModule(
      `---- MODULE M ----
EXTENDS A
RECURSIVE F(_), _+_
I == INSTANCE N
---- MODULE N ----
EXTENDS B
J(x) == INSTANCE C WITH + <- *, y <- x
====
D == LET RECURSIVE g(_) g(a) == a K == INSTANCE E IN K(1)!L!Op(2, 3)
====`,
      'M.tla',
    );
    expect(module.needs.map(({ name }) => name)).toEqual(['A', 'E', 'B', 'C']);
    expect(module.recursive).toMatchObject([
      { name: 'F', arity: 1, span: { line: 3 } },
      { name: '+', arity: 2 },
      { name: 'g', arity: 1, span: { line: 9 } },
    ]);
    expect(module.nested).toMatchObject([
      {
        before: 1,
        module: {
          name: 'N',
          units: [{ name: 'J', parameters: [{ name: 'x' }], substitutions: [{ name: '+' }, { name: 'y' }] }],
        },
      },
    ]);
    expect(module.units[1]).toMatchObject({
      hasInstances: true,
      body: {
        instances: [{ name: 'K', module: 'E' }],
        body: {
          path: ['K', 'L'],
          pathArguments: [1, 0],
          arguments: [{ value: 1 }, { value: 2 }, { value: 3 }],
        },
      },
    });
  });

  it('keeps the comments above a definition', async () => {
    const module = await parseModule(
      '---- MODULE M ----\n\\* far away\n\nA == 1 \\* beside\n(*******)\n(* one   *)\n(* two   *)\n(*******)\n\\* three\nB == 2\n====',
      'M.tla',
    );
    expect(module.units.map(({ documentation }) => documentation)).toEqual(['', 'one\ntwo\nthree']);
  });

  it.each([
    ['a name: "---\n---- MODULE M ----\nA == 1\n====\n", (* and so on'],
    ['---- MODULE M ----\nA == 1\n====\n---- MODULE N ----\nB == (\n===='],
    ['-----MODULE M------\n(* (* --algorithm "x { *) ==== *)\nA == 1 \\* ====\n====='],
    ['---- MODULE M ----\r\nA == 1 (* one\r\n*)\r\n===='],
  ])('ends where it ends, and begins where it begins: %j', async (text) => {
    const module = await parseModule(text, 'M.tla');
    expect(module.units).toMatchObject([{ name: 'A', body: { value: 1 } }]);
    expect(
      module.code
        .join('\n')
        .replaceAll(/[-= \n]+/g, ' ')
        .trim(),
    ).toMatch(/^MODULE M A 1$/);
  });

  it('may have strings that look like comments, and unicode before what it says', async () => {
    const text =
      '---- MODULE M ----\nA == <<"(*", "\\\\*", "\\"", "====">> (* \u{1d54f} *)\nB == <<"\u{1d54f}", x>>\n====';
    const module = await parseModule(text, 'M.tla');
    const [first, second] = module.units as readonly Definition[];
    expect(first?.body).toMatchObject({
      elements: [{ value: '(*' }, { value: '\\*' }, { value: '"' }, { value: '====' }],
    });
    expect(second?.body.span.text).toBe('<<"\u{1d54f}", x>>');
    expect(subexpressions(second?.body as Expression)[1]?.span.text).toBe('x');
  });

  it.each([
    ['---- MODULE M ----\nA == 1 +\nB == [a |-> 2\n====', 'tla-syntax', 3],
    ['---- MODULE M ----\nA == (1\n====', 'tla-syntax', 2],
    ['', 'tla-syntax', undefined],
    ['A == 1', 'tla-syntax', undefined],
    ['---- MODULE M ----\nA == 1\nB == A!1\n====', 'tla-unsupported', 3],
    ['---- MODULE M ----\nA == K!(1)!B\n====', 'tla-unsupported', 2],
    ['---- MODULE M ----\nA == K!<<\n====', 'tla-unsupported', 2],
    ['---- MODULE M ----\nA == K!1!2\n====', 'tla-unsupported', 2],
    ['---- MODULE M ----\n---- MODULE N ----\nA == (\n====\n====', 'tla-syntax', 3],
  ])('%j is refused with a place', async (text, code, line) => {
    const error: unknown = await parseModule(text, 'M.tla').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ code, place: { file: 'M.tla', ...(line === undefined ? {} : { line }) } });
  });

  it('a chain nested deeper than there is room for is too large', async () => {
    const text = `---- MODULE M ----\nA == 1\nB == ${Array(6000).fill('1').join(' + ')}\n====`;
    const found: unknown = await parseModule(text, 'M.tla').catch((reason: unknown) => reason);
    // How much room there is differs between versions of Node: with enough, it is read.
    const read = { units: [{ name: 'A' }, { name: 'B' }] };
    const refused = { code: 'tla-too-large', place: { file: 'M.tla', line: 3 } };
    expect(found).toMatchObject(found instanceof InputError ? refused : read);
  });

  it.each([
    ['nothing', ''],
    ['bytes that are no text', '\0\u0001\ufffd\n\ufffd'],
    ['UTF-16', Array.from('---- MODULE M ----\nA == 1\n====\n').join('\0')],
  ])('a file of %s is told that it holds no module', async (_, text) => {
    await expect(parseModule(text, 'M.tla')).rejects.toMatchObject({
      code: 'tla-syntax',
      message: expect.stringMatching(/^there is no module in this text/) as string,
    });
  });

  it.each(['\r\n', '\r', '\n'])('lines may end in %j, and a mark of UTF-8 stand before them', async (end) => {
    const text = `\ufeff${['---- MODULE M ----', 'A == 1', '====', ''].join(end)}`;
    expect((await parseModule(text, 'M.tla')).units).toMatchObject([{ name: 'A' }]);
  });

  it('a line so long that reading it takes minutes is refused before it is parsed; the same in many lines is read', async () => {
    const text = (between: string): string =>
      `---- MODULE M ----\nA == 1\nB == {${Array(20_000).fill('1').join(`,${between}`)}}\n====`;
    await expect(parseModule(text(' '), 'M.tla')).rejects.toMatchObject({
      code: 'tla-too-large',
      place: { file: 'M.tla', line: 3 },
    });
    expect((await parseModule(text('\n'), 'M.tla')).units).toHaveLength(2);
  });

  it.each([
    ['(', ')'],
    ['<<', '>>'],
    ['{', '}'],
  ])(
    'brackets %s nested deeper than anybody writes them are refused before they are parsed',
    async (open, close) => {
      const nested = (depth: number): string =>
        `---- MODULE M ----\nS == "((("\nB == ${open.repeat(depth)}1${close.repeat(depth)}\n====`;
      const error: unknown = await parseModule(nested(20_000), 'M.tla').catch((reason: unknown) => reason);
      const column = 6 + 1000 * open.length;
      expect(error).toMatchObject({ code: 'tla-too-large', place: { file: 'M.tla', line: 3, column } });
      expect((await parseModule(nested(1000), 'M.tla')).units).toHaveLength(2);
    },
  );
});
