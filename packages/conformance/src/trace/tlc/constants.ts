import { type Config, InputError, isTuple, key, nameOf, parseValue, TlaSet, type TlaValue } from '@synod/tla';
import type { Library } from './library.js';
import type { Names } from './names.js';
import { entriesOf, type ModelValueNames, valueText } from './value-text.js';

/** The constants of a model, as a cfg file and the module beside it say them. */
export interface ConstantTexts {
  /** The lines behind CONSTANTS in the cfg. */
  readonly lines: readonly string[];
  /** Constants that the generated module declares: a name for each model value. */
  readonly declared: readonly string[];
  /** Its definitions, for constants whose value a cfg cannot say. */
  readonly definitions: readonly string[];
  /** The declared names, by the model value. */
  readonly modelValues: ModelValueNames;
}

/**
 * @param overriding values for constants, as TLA+ texts, that stand before those of the cfg
 * @param known the constants of the module
 * @throws InputError `unknown-constant`, or a text that is no value
 */
export function constantTexts(
  config: Config,
  overriding: ReadonlyMap<string, string>,
  known: readonly string[],
  names: Names,
  library: Library,
): ConstantTexts {
  const values = new Map(Object.entries(config.constants));
  for (const [name, text] of overriding) {
    if (!known.includes(name)) {
      const message = `constants.${name}: the module has no constant ${name}; it has ${known.join(', ')}.`;
      throw new InputError('unknown-constant', message);
    }
    values.set(name, valueOf(name, text));
  }
  const kept = config.substitutions.filter(({ constant }) => !overriding.has(constant));
  const found = new Set<string>();
  for (const value of values.values()) addModelValues(value, found);
  const modelValueName = names.series('ModelValue');
  const modelValues = new Map([...found].toSorted().map((name, i) => [name, modelValueName(i + 1)]));
  const definitions: string[] = [];
  const lines = Array.from(values, ([name, value]) => {
    if (isOfCfg(value)) return `${name} = ${key(value)}`;
    const text = valueText(value, modelValues, library);
    if (text === undefined) throw new InputError('tla-constant', `constants.${name}: TLC has no such value.`);
    const definition = names.fresh(`ValueOf${name}`);
    definitions.push(`${definition} == ${text}`);
    return `${name} <- ${definition}`;
  });
  return {
    lines: [
      ...lines,
      ...kept.map(
        ({ constant, module, operator }) =>
          `${constant} <- ${module === undefined ? '' : `[${module}]`}${operator}`,
      ),
      ...Array.from(modelValues, ([value, name]) => `${name} = ${value}`),
    ],
    declared: [...modelValues.values()],
    definitions,
    modelValues,
  };
}

function valueOf(name: string, text: string): TlaValue {
  try {
    return parseValue(text);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.code, `constants.${name}: ${error.message}`, error.place, { cause: error });
  }
}

function addModelValues(value: TlaValue, found: Set<string>): void {
  if (typeof value === 'symbol') found.add(nameOf(value));
  else if (value instanceof TlaSet) for (const element of value) addModelValues(element, found);
  else if (typeof value === 'object') {
    const { domain, values } = entriesOf(value);
    for (const inner of [...domain, ...values]) addModelValues(inner, found);
  }
}

/** Whether a cfg can say a value: it knows sets, and nothing else that is made of others. */
function isOfCfg(value: TlaValue): boolean {
  if (typeof value !== 'object') return true;
  return value instanceof TlaSet && !isTuple(value) && value.elements.every(isOfCfg);
}
