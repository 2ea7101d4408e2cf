import { describe, expect, it } from 'vitest';
import { nextOf, text } from '../../test/lowered.js';

const cases: readonly (readonly [says: string, units: string, plan: string])[] = [
  [
    'an action names its steps, whatever guards stand beside it',
    text`
      A(p) == x' = p /\ UNCHANGED y
      B == y' = 0 /\ UNCHANGED x
      Next == (B \/ \E p \in P : A(p + 1)) /\ x < 3
    `,
    text`
      either
        assign y := 0
        assign x := x
        when (x < 3)
        successor B
      either
        each p \in {1, 2}
        bind p == (p + 1)
        assign x := p
        assign y := y
        when (x < 3)
        successor A(p)
    `,
  ],
  [
    'the innermost action names them; without one, Next does',
    text`
      A(p) == x' = p /\ UNCHANGED y
      B == y' = 0 /\ UNCHANGED x
      D(p) == x < p /\ (A(p) \/ B)
      Next == D(2) \/ (x = 1 /\ y' = 2 /\ x' = 3)
    `,
    text`
      either
        when (x < 2)
        either
          assign x := 2
          assign y := y
          successor A(2)
        either
          assign y := 0
          assign x := x
          successor B
      either
        when (x = 1)
        assign y := 2
        assign x := 3
        successor Next
    `,
  ],
  [
    'what has a value is compared; what several ways go on with is written once',
    text`
      Next == x' = 1 /\ (x' = 1 \/ y = 2) /\ y' \in P /\ y' \in {1}
    `,
    text`
      assign x := 1
      either
        when (x' = 1)
        goto A
      either
        when (y = 2)
        goto A
      join A:
        assign y from {1, 2}
        when (y' \in {1})
        successor Next
    `,
  ],
  [
    'a variable that is used too early, and one that is forgotten, are errors where they are reached',
    text`
      Next == \/ y' = x' /\ x' = 1
              \/ IF x = 1 THEN x' = 1 ELSE UNCHANGED vars
    `,
    text`
      either
        incomplete x Next: x' is used before it has been given a value
      either
        if (x = 1)
          assign x := 1
          incomplete y Next
        else
          assign x := x
          assign y := y
          successor Next
    `,
  ],
  [
    'CASE takes the first arm that is TRUE',
    text`
      Next == CASE x = 1 -> x' = 2 /\ y' = 1 [] x = 2 -> UNCHANGED vars
    `,
    text`
      if (x = 1)
        assign x := 2
        assign y := 1
        successor Next
      else
        if (x = 2)
          assign x := x
          assign y := y
          successor Next
        else
          incomplete Next: no condition of this CASE is TRUE, and it has no OTHER
    `,
  ],
  [
    'steps that change nothing, and those that do',
    text`
      Next == [x' = 1 /\ y' = 2]_vars \/ <<x' = 1 /\ y' = 2>>_vars
    `,
    text`
      either
        either
          assign x := 1
          assign y := 2
          successor Next
        either
          assign x := x
          assign y := y
          successor Next
      either
        assign x := 1
        assign y := 2
        when (~((x' = x) /\ (y' = y)))
        successor Next
    `,
  ],
  [
    'a parameter that is primed',
    text`
      Set(v, e) == v' = e
      Next == Set(x, y + 1) /\ Set(y, 1)
    `,
    text`
      bind e == (y + 1)
      assign x := e
      assign y := 1
      successor Set(x, (y + 1))
    `,
  ],
  [
    'operators as arguments',
    text`
      Do(Op(_), v) == Op(v) /\ UNCHANGED y
      A(p) == x' = p
      Next == \E q \in P : Do(A, q) \/ Do(LAMBDA z : x' = z + y, q + 1)
    `,
    text`
      each q \in {1, 2}
      either
        assign x := q
        assign y := y
        successor A(q)
      either
        bind v == (q + 1)
        assign x := (v + y)
        assign y := y
        successor Next
    `,
  ],
  [
    'definitions of a LET',
    text`
      Next == LET z == x + 1 s(w) == w + z IN x' = s(2) /\ y' = z
    `,
    text`
      bind z == (x + 1)
      bind s(w) == (w + z)
      assign x := s(2)
      assign y := z
      successor Next
    `,
  ],
  [
    'an implication assigns nothing where its left side is FALSE',
    text`
      Next == (x = 1 => y' = 2) /\ x' = 1
    `,
    text`
      if (x = 1)
        assign y := 2
        assign x := 1
        successor Next
      else
        assign x := 1
        incomplete y Next
    `,
  ],
  [
    'recursive functions, primed ones too',
    text`
      f[n \in 0..3] == IF n = 0 THEN 0 ELSE f[n - 1] + x
      Next == x' = f[2] /\ y' = f'[1]
    `,
    text`
      assign x := f[2]
      assign y := f'[1]
      successor Next
    `,
  ],
  [
    '\\A is a condition where it can be true in one way only',
    text`
      Next == (\A p \in P : p = x => p = y) /\ UNCHANGED vars
    `,
    text`
      when (\A p \in {1, 2} : ((p = x) => (p = y)))
      assign x := x
      assign y := y
      successor Next
    `,
  ],
  [
    'and a conjunction where each way counts',
    text`
      Next == (\A p \in P : p = x \/ p = y) /\ UNCHANGED vars
    `,
    text`
      every A: p \in {1, 2}
        either
          when (p = x)
          goto A
        either
          when (p = y)
          goto A
      then
      assign x := x
      assign y := y
      successor Next
    `,
  ],
  [
    '\\A that gives values does so for its first element',
    text`
      Next == \A <<p, q>> \in P \X P : x' = p /\ y' = q
    `,
    text`
      if (({1, 2} \X {1, 2}) = {})
        incomplete x, y Next
      else
        bind first == (CHOOSE element \in ({1, 2} \X {1, 2}) : TRUE)
        assign x := first[1]
        assign y := first[2]
        when (\A <<p, q>> \in (({1, 2} \X {1, 2}) \ {first}) : ((x' = p) /\ (y' = q)))
        successor Next
    `,
  ],
  [
    'where all variables have values, the rest is only tested',
    text`
      Next == x' = 1 /\ y' = 2 /\ (x = 1 \/ y = 2) /\ \E p \in P : p > x
    `,
    text`
      assign x := 1
      assign y := 2
      when ((x = 1) \/ (y = 2))
      when (\E p \in {1, 2} : (p > x))
      successor Next
    `,
  ],
  [
    'of several variables the first varies fastest',
    text`
      Next == \E p, q \in P, <<r, s>> \in P \X P : x' = p + q /\ y' = r + s
    `,
    text`
      each <<r, s>> \in ({1, 2} \X {1, 2})
      each q \in {1, 2}
      each p \in {1, 2}
      assign x := (p + q)
      assign y := (r + s)
      successor Next
    `,
  ],
  [
    'recursive operators with an operator',
    text`
      RECURSIVE Fold(_, _, _)
      Fold(Op(_, _), a, S) ==
        IF S = {} THEN a ELSE LET e == CHOOSE e \in S : TRUE IN Fold(Op, Op(a, e), S \ {e})
      Next == x' = Fold(+, 0, P) /\ y' = Fold(LAMBDA a, b : a * b, x, P)
    `,
    text`
      assign x := (LET Fold(a, S) == (IF (S = {}) THEN a ELSE (LET e == (CHOOSE e \in S : TRUE) IN Fold((a + e), (S \ {e})))) IN Fold(0, {1, 2}))
      assign y := (LET Fold(a, S) == (IF (S = {}) THEN a ELSE (LET e == (CHOOSE e \in S : TRUE) IN Fold((a * e), (S \ {e})))) IN Fold(x, {1, 2}))
      successor Next
    `,
  ],
];

describe('plans', () => {
  it.each(cases)('%s', async (_, units, plan) => {
    expect(await nextOf(units)).toBe(plan);
  });
});
