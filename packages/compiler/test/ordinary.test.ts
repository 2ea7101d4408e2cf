import { parseConfig } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { compileModel, exploreEngine, loadModules } from '../src/index.js';

/** What both tiers find of a module T with these units, and of other modules beside it. */
async function explored(
  units: string,
  cfg: string,
  others: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const text = `---- MODULE T ----\nEXTENDS Integers, Sequences, FiniteSets, TLC\n${units}\n====`;
  const texts: Readonly<Record<string, string>> = { T: text, ...others };
  const modules = await loadModules('T', (name) => Promise.resolve(texts[name]));
  const config = parseConfig(cfg, 'T.cfg');
  const found = await Promise.all(
    (['best', 'values'] as const).map(async (tier) => {
      const { engine } = compileModel({ modules, root: 'T', config, tier });
      const { ending, distinct, generated, depth } = await exploreEngine(engine);
      return [ending.type, distinct, generated, depth];
    }),
  );
  expect(found[0]).toEqual(found[1]);
  return found[0];
}

const counting = `Init == x = 0
Next == x < 3 /\\ x' = x + 1`;

describe('what specifications do that nobody here wrote; the figures are those of TLC', () => {
  it('a value that is not in a set, chosen from all there is: the cfg file says which', async () => {
    const other = '---- MODULE O ----\nCONSTANT S, Gone\nVARIABLE w\nIsGone == w = Gone\n====';
    const units = `CONSTANT S
Gone == CHOOSE v : v \\notin S
Lost == CHOOSE <<v, w>> : v \\notin S
VARIABLE x
O == INSTANCE O WITH w <- x
${counting}
Here == ~O!IsGone`;
    const cfg = 'CONSTANTS S = {a, b}\nGone = Gone\nLost = Lost\nINIT Init\nNEXT Next\nINVARIANT Here\n';
    expect(await explored(units, `${cfg}CHECK_DEADLOCK FALSE`, { O: other })).toEqual(['complete', 4, 4, 4]);
  });

  it('a smaller Nat, defined below an ASSUME that uses Nat', async () => {
    const units = `CONSTANT Max
ASSUME Max \\in Nat
Few == 0..Max
VARIABLE x
Init == x \\in Nat
Next == x' \\in Nat /\\ x' > x`;
    const cfg = 'CONSTANTS Max = 2\nNat <- Few\nINIT Init\nNEXT Next\nCHECK_DEADLOCK FALSE';
    expect(await explored(units, cfg)).toEqual(['complete', 3, 6, 1]);
  });

  it('a name that several modules define, or that an INSTANCE is given', async () => {
    const others = {
      F: '---- MODULE F ----\nLOCAL INSTANCE Naturals\nUp(a) == a + 1\n====',
      G: '---- MODULE G ----\nCONSTANT N\nUp(b) == N\nTop == N\n====',
      H: '---- MODULE H ----\nEXTENDS F\nUpper(a) == Up(Up(a))\n====',
    };
    const units = `N == 3
INSTANCE F
INSTANCE H
INSTANCE G WITH N <- N
VARIABLE x
Init == x = 0
Next == x < Top /\\ x' \\in {Up(x), Upper(x)}`;
    const cfg = 'INIT Init\nNEXT Next\nCHECK_DEADLOCK FALSE';
    expect(await explored(units, cfg, others)).toEqual(['complete', 5, 7, 3]);
  });

  it('a variable that is nothing, a function, a sequence, a record and a set, one after the other', async () => {
    const units = `CONSTANTS p, q, none
VARIABLES t, pc
Init == t = none /\\ pc = 0
Next == \\/ pc = 0 /\\ t' \\in [{p, q} -> 0..1] /\\ pc' = 1
        \\/ pc = 1 /\\ t[p] = 0 /\\ t' = [t EXCEPT ![p] = 1] /\\ pc' = 1
        \\/ pc = 1 /\\ (\\A e \\in DOMAIN t : t[e] = 1) /\\ t' = <<p, q>> /\\ pc' = 2
        \\/ pc = 2 /\\ t # <<>> /\\ t' = Tail(t) /\\ pc' = 2
        \\/ pc = 2 /\\ Len(t) < 2 /\\ t' = Append(t, p) /\\ pc' = 2
        \\/ pc = 2 /\\ t = <<>> /\\ t' = [a |-> {}, b |-> 1] /\\ pc' = 3
        \\/ pc = 3 /\\ t.b < 3 /\\ t' = [t EXCEPT !.a = @ \\cup {t.b}, !.b = @ + 1] /\\ pc' = 3
        \\/ pc = 3 /\\ t.b = 3 /\\ t' = UNION {t.a, {7}} /\\ pc' = 4
        \\/ pc = 4 /\\ Cardinality(t) > 1 /\\ (\\E e \\in t: t' = {f \\in t : f # e}) /\\ pc' = 4
        \\/ pc = 4 /\\ t \\subseteq {7} /\\ t' = none /\\ pc' = 0`;
    const cfg = 'CONSTANTS p = p q = q none = none\nINIT Init\nNEXT Next\nCHECK_DEADLOCK FALSE';
    expect(await explored(units, cfg)).toEqual(['complete', 21, 30, 11]);
  });

  it('a variable that is a set at some times, gone through when it is', async () => {
    const units = `CONSTANTS p, q, none
VARIABLES t, pc
Init == t = none /\\ pc = 0
Next == \\/ pc = 0 /\\ t' = {p, q} /\\ pc' = 1
        \\/ /\\ pc = 1
           /\\ IF t # {} THEN \\E j \\in t : t' = t \\ {j} /\\ pc' = 1 ELSE pc' = 0 /\\ t' = none`;
    const cfg = 'CONSTANTS p = p q = q none = none\nINIT Init\nNEXT Next';
    expect(await explored(units, cfg)).toEqual(['complete', 5, 7, 4]);
  });

  it('a name that the cfg file replaces here, and in a module that is instantiated', async () => {
    const other = '---- MODULE O ----\nEXTENDS Naturals\nLast == 9\nIsLast(a) == a = Last\n====';
    const units = `O == INSTANCE O
Last == 8
Two == 2
Three == 3
VARIABLE x
Init == x = 0
Next == ~O!IsLast(x) /\\ x' \\in {x + 1, Last}`;
    const cfg = 'CONSTANTS Last <- Two Last <- [O] Three\nINIT Init\nNEXT Next\nCHECK_DEADLOCK FALSE';
    expect(await explored(units, cfg, { O: other })).toEqual(['complete', 4, 6, 3]);
  });

  it('UNCHANGED of no variables, in a property too', async () => {
    const units = `VARIABLE x
${counting}
P == [][x' = x + 1 /\\ UNCHANGED <<>>]_x
Same == [][\\/ x' > 2 \\/ ~(UNCHANGED <<>> /\\ x > 5)]_x`;
    const cfg = 'INIT Init\nNEXT Next\nPROPERTY P Same\nCHECK_DEADLOCK FALSE';
    expect(await explored(units, cfg)).toEqual(['complete', 4, 4, 4]);
  });

  it('membership in a UNION of sets that have no end, or are large', async () => {
    const units = `CONSTANT Null
VARIABLES x, f
Fields == [slots : UNION {[0..1 -> Int \\cup {Null}]}, names : UNION {[0..1 -> SUBSET (1..12)]}]
Lists == UNION {[1..n -> 1..9] : n \\in 0..4}
Init == x = <<>> /\\ f = [slots |-> [i \\in 0..1 |-> Null], names |-> [i \\in 0..1 |-> {}]]
Next == \\/ \\E i \\in 0..1 : f' = [f EXCEPT !.slots[i] = i - 5, !.names[i] = @ \\cup {i + 1}] /\\ x' = x
        \\/ Len(x) < 4 /\\ x' = Append(x, 5) /\\ f' = f
TypeOK == f \\in Fields /\\ x \\in Lists`;
    const cfg = 'CONSTANT Null = Null\nINIT Init\nNEXT Next\nINVARIANT TypeOK\nCHECK_DEADLOCK FALSE';
    expect(await explored(units, cfg)).toEqual(['complete', 20, 57, 7]);
  });
});
