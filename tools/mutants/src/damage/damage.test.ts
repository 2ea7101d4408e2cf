import { type AnyNode, parse } from 'acorn';
import { fullAncestor } from 'acorn-walk';
import { describe, expect, it } from 'vitest';
import { damages } from './index.js';

/** What a kind of damage makes of a piece of code: the id's two sides, and the whole code afterwards. */
function damaged(kind: string, code: string, module = 'Paxos'): readonly string[] {
  const damage = damages.find(({ name }) => name === kind);
  const found: string[] = [];
  const text = ({ start, end }: AnyNode): string => code.slice(start, end);
  fullAncestor(parse(code, { ecmaVersion: 2023, sourceType: 'module' }), (node, _, ancestors) => {
    const site = { module, node, parent: ancestors.at(-2), ancestors, text };
    for (const suggestion of damage?.suggest(site) ?? []) {
      const { start, end } = suggestion.node;
      const after = code.slice(0, start) + suggestion.text + code.slice(end);
      found.push(`${suggestion.from}→${suggestion.to}: ${after}`);
    }
  });
  return found;
}

describe('a kind of damage', () => {
  it.each<[string, string, readonly string[]]>([
    ['a guard dropped', 'if (!p) x();', ['if(!p)→dropped: if (false) x();']],
    ['an EXCEPT forgotten', 'except(f, x, v)', ['except(f, x, v)→f: f']],
    ['a message lost', 'Send(s, m)', ['Send(s, m)→lost: s.msgs']],
    [
      'a union forgotten',
      'including(a, b)',
      ['including(a, b)→what was there: a', 'including(a, b)→what is new: $set([b])'],
    ],
    ['a comparison changed', 'a > b', ['a>→>=: a >= b', 'a>→<: a < b']],
    ['a comparison changed', 'a >= b', ['a>=→>: a > b', 'a>=→<=: a <= b']],
    ['a comparison changed', 'a <= b', ['a<=→<: a < b', 'a<=→>=: a >= b']],
    ['a comparison changed', 'a === b', ['a===→!==: a !== b']],
    ['a step too few or too many', 'f(b - 1)', ['b - 1→b: f(b)', 'b - 1→b - 2: f(b - 2)']],
    ['a step too few or too many', 'f(c + 1)', ['c + 1→c: f(c)', 'c + 1→c + 2: f(c + 2)']],
    ['another number', 'f(-1)', ['f(-1)→0: f(0)']],
    ['another number', 'x === 0', ['x === 0→1: x === 1']],
    ['another number', 'v[0]', ['v[0]→1: v[1]']],
    ['another number', 'b - 1', []],
    [
      'a conjunct or disjunct dropped',
      'a && b && c',
      ['a→dropped: true && b && c', 'b→dropped: a && true && c', 'c→dropped: a && b && true'],
    ],
    [
      'a conjunct or disjunct dropped',
      'a && (b || c)',
      [
        'b→dropped: a && (false || c)',
        'c→dropped: a && (b || false)',
        'a→dropped: true && (b || c)',
        'b || c→dropped: a && (true)',
      ],
    ],
    [
      'a side of an implication dropped',
      'implies(a, () => b)',
      ['a→dropped: implies(true, () => b)', '() => b→dropped: implies(a, () => true)'],
    ],
    ['a negation dropped', '!f(x)', ['!f(x)→not negated: (f(x))']],
    ['a negation dropped', '!(a > b)', []],
    ['another quantifier', 'exists(S, p)', ['exists(S)→forAll: $forAll(S, p)']],
    ['another quantifier', 'forAll(S, p)', ['forAll(S)→exists: $exists(S, p)']],
    ['one branch for both', 'a ? b : c', ['a?→always: (b)', 'a?→never: (c)']],
    ['a formula that is constant', 'f(S, (x) => S.has(x))', ['(x) => S.has(x)→TRUE: f(S, (x) => true)']],
    [
      'one element for all',
      'for (const Q of k.Quorum) x();',
      ['for(k.Quorum)→the first only: for (const Q of [...k.Quorum].slice(0, 1)) x();'],
    ],
    ['one element for all', 'forAll(Q, p)', ['forAll(Q)→the first only: forAll([...Q].slice(0, 1), p)']],
    ['one element for all', 'forAll(k.Value, p)', []],
    ['a condition of a set dropped', 'filter(S, p)', ['filter(S)→all: S']],
    [
      'an interval too short',
      'range(a, b)',
      ['range(a, b)→without its first: range(a + 1, b)', 'range(a, b)→without its last: range(a, b - 1)'],
    ],
    ['elements swapped or left out', '[b, v]', ['[b, v]→[v, b]: [v, b]']],
    ['elements swapped or left out', 'set([v])', ['set([v])→empty: set([])']],
    ['elements swapped or left out', '[-1, ...S]', []],
    ['an inclusion changed', 'isSubset(a, b)', ['isSubset(a, b)→the other way: isSubset(b, a)']],
    [
      'an inclusion changed',
      'isFunctionOn(f, D, p)',
      ['isFunctionOn(f)→of anything: isFunctionOn(f, D, () => true)'],
    ],
    ['another shape of a constant', 'x = setOf(scalar)', ['x = setOf(scalar)→scalar: x = scalar']],
    ['another kind of message', "m.type === '1a'", ["m.type === '1a'→'1b': m.type === '1b'"]],
    ['another kind of message', "m.type === '2b'", ["m.type === '2b'→'1a': m.type === '1a'"]],
    [
      'a field of a message left out',
      "Send(s, { type: '1a', bal: b })",
      [
        "'1a' type: '1a'→left out: Send(s, { ...{}, bal: b })",
        "'1a' bal: b→left out: Send(s, { type: '1a', ...{} })",
      ],
    ],
    ['UNCHANGED left out', "UNCHANGED(s, 'x')", ["UNCHANGED(s, 'x')→left out: {}"]],
    ['a statement left out', 'assume(x);', ['assume(x)→left out: ;']],
    ['a name like it', 'at(s.maxBal, a)', ['s.maxBal in at(s.maxBal, a)→maxVBal: at(s.maxVBal, a)']],
    ['a name like it', 'f(m.mbal)', ['m.mbal in f(m.mbal)→bal: f(m.bal)']],
    ['a bound variable like it', '(m) => (mm) => f(m)', ['m in f(m)→mm: (m) => (mm) => f(mm)']],
    ['a bound variable like it', '(m) => f(m, mm)', ['mm in f(m, mm)→m: (m) => f(m, m)']],
    ['a bound variable like it', '(m) => f(x.m)', []],
  ])('%s: %s', (kind, code, expected) => {
    expect(damaged(kind, code)).toEqual(expected);
  });

  it.each([
    ['function f(k) { return a && b; }', ['return a && b→TRUE', 'return a && b→FALSE']],
    ['function f(k) { return filter(S, p); }', []],
    ['function* f(k) { return a && b; }', []],
    ["switch (x) { case 'a': return false; }", ["case 'a' return false→TRUE"]],
  ])('a formula that is constant, in a definition: %s', (code, expected) => {
    const inside = code.startsWith('switch') ? `function f(x) { ${code} }` : code;
    const ids = damaged('a formula that is constant', inside).map((each) => each.replace(/: .*/, ''));
    expect(ids).toEqual(expected);
  });

  it.each([
    ['function* f(s) { yield { x: g(1), y: s.y }; }', ['x: g(1)→s.x']],
    ['function* f(k) { yield { x: g(1) }; }', []],
  ])('a variable left as it was: %s', (code, expected) => {
    const ids = damaged('a variable left as it was', code).map((each) => each.replace(/: function.*/, ''));
    expect(ids).toEqual(expected);
  });

  it('has a name of its own', () => {
    expect(new Set(damages.map(({ name }) => name)).size).toBe(damages.length);
  });

  it('knows which names are alike in which module', () => {
    expect(damaged('a name like it', 'at(s.maxBal, a)', 'Voting')).toEqual([]);
  });
});
