import { isTuple, key, parseValue, type TlaValue } from '@synod/tla';
import { random } from '../../../tla/fuzz/random.js';
import { type Evaluator, evaluator, type State } from '../../src/evaluate/evaluator.js';
import { configOf, modulesOf } from './engines.js';
import { type Specification, variableNames } from './generate/specification.js';
import type { Behaviour } from './judgement.js';
import { aloneModel } from './modules.js';

/**
 * What the evaluator says otherwise than TLC of a specification, a line each. It cannot find states: it is asked of those
 * that TLC has found whether steps are steps, of pairs that are none, and for the invariants.
 */
export async function evaluatorDisagrees(
  specification: Specification,
  behaviour: Behaviour,
): Promise<readonly string[]> {
  const model = aloneModel(specification);
  // It takes strings in the order of their characters, which is TLC's as long as the cfg file, read first, has none.
  if (model.cfg.includes('"')) return [];
  const { constants, substitutions } = configOf(model);
  const asked = evaluator(await modulesOf(model), model.root, constants, { substitutions });
  const { number } = specification;
  return [...wrongSteps(asked, number, behaviour), ...wrongStates(asked, number, behaviour)];
}

function wrongSteps(asked: Evaluator, number: number, { steps }: Behaviour): readonly string[] {
  const known = new Map<
    string,
    { readonly from: TlaValue; readonly to: TlaValue; readonly allowed: boolean }
  >();
  for (const text of steps) {
    const [from, to, allowed] = parts(text);
    known.set(key([from as TlaValue, to as TlaValue]), {
      from: from as TlaValue,
      to: to as TlaValue,
      allowed: allowed === true,
    });
  }
  const wrong: string[] = [];
  for (const [text, { from, to, allowed }] of known) {
    if (!asked.holds(`Next_${number}`, [], stateOf(from), stateOf(to))) wrong.push(`no step: ${text}`);
    const isStep = asked.holds(`Step_${number}`, [], stateOf(from), stateOf(to)) || key(from) === key(to);
    if (isStep !== allowed) wrong.push(`Step is ${isStep}: ${text}`);
  }
  const all = [...known.values()];
  const chance = random(1, number);
  for (let i = 0; i < 20 && all.length > 0; i++) {
    const [from, to] = [chance.pick(all).from, chance.pick(all).to];
    const text = key([from, to]);
    if (!known.has(text) && asked.holds(`Next_${number}`, [], stateOf(from), stateOf(to)))
      wrong.push(`a step: ${text}`);
  }
  return wrong;
}

function wrongStates(asked: Evaluator, number: number, { states }: Behaviour): readonly string[] {
  return states.flatMap((text) => {
    const [state, a, b] = parts(text);
    const own = ['InvA', 'InvB'].map((name) =>
      asked.evaluate(`${name}_${number}`, stateOf(state as TlaValue)),
    );
    return key(own) === key([a as TlaValue, b as TlaValue])
      ? []
      : [`the invariants are ${key(own)}: ${text}`];
  });
}

function parts(text: string): readonly TlaValue[] {
  const value = parseValue(text);
  return isTuple(value) ? value : [];
}

function stateOf(values: TlaValue): State {
  const list = isTuple(values) ? values : [];
  return Object.fromEntries(variableNames.map((name, index) => [name, list[index] as TlaValue]));
}
