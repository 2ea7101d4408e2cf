import type { Random } from '../../../../tla/fuzz/random.js';
import { expression } from './expression.js';
import { boolean, fieldName, integer, modelValue, type Type } from './type.js';
import { type Known, knowing, knownOf, newName, oneIn, type Writer } from './writer.js';

/** The values that a variable may have: finitely many, so that what is generated has an end. */
export type Domain =
  | { readonly kind: 'integer'; readonly below: number }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'model value' }
  | { readonly kind: 'set'; readonly of: Domain }
  | { readonly kind: 'sequence'; readonly of: Domain; readonly most: number }
  | { readonly kind: 'record'; readonly fields: readonly Domain[] }
  | { readonly kind: 'function'; readonly from: 'm' | 'n'; readonly to: Domain };

/** The domains of functions, and what types their elements have. */
export const argumentSets = {
  m: { text: '{m1, m2}', type: modelValue },
  n: { text: '(0..1)', type: integer },
} as const;

const small: readonly Domain[] = [
  { kind: 'integer', below: 2 },
  { kind: 'integer', below: 3 },
  { kind: 'boolean' },
  { kind: 'model value' },
];

export function anyDomain(random: Random): Domain {
  const one = (): Domain => random.pick(small);
  switch (random.below(7)) {
    case 0:
      return { kind: 'integer', below: 3 + random.below(3) };
    case 1:
      return { kind: 'set', of: one() };
    case 2:
      return { kind: 'set', of: { kind: 'record', fields: [one(), { kind: 'boolean' }] } };
    case 3:
      return { kind: 'sequence', of: one(), most: 2 };
    case 4:
      return { kind: 'record', fields: [one(), one()] };
    case 5:
      return {
        kind: 'function',
        from: random.pick(['m', 'n'] as const),
        to: random.below(3) === 0 ? { kind: 'set', of: one() } : one(),
      };
    default:
      return one();
  }
}

function typeOf(domain: Domain): Type {
  switch (domain.kind) {
    case 'integer':
      return integer;
    case 'boolean':
      return boolean;
    case 'model value':
      return modelValue;
    case 'set':
      return { kind: 'set', of: typeOf(domain.of) };
    case 'sequence':
      return { kind: 'sequence', of: typeOf(domain.of) };
    case 'record':
      return { kind: 'record', fields: domain.fields.map(typeOf) };
    case 'function':
      return { kind: 'function', from: argumentSets[domain.from].type, to: typeOf(domain.to) };
  }
}

/** What a variable is looked at by, besides its name: `x[m1]`, `x.f2`, `Len(x)`. */
export function knownBy(name: string, domain: Domain): readonly Known[] {
  const whole = { text: name, type: typeOf(domain) };
  switch (domain.kind) {
    case 'function':
      return [
        whole,
        ...argumentsOf[domain.from].map((argument) => ({
          text: `${name}[${argument}]`,
          type: typeOf(domain.to),
        })),
      ];
    case 'record':
      return [
        whole,
        ...domain.fields.map((field, index) => ({
          text: `${name}.${fieldName(index)}`,
          type: typeOf(field),
        })),
      ];
    case 'sequence':
      return [whole, { text: `Len(${name})`, type: integer }];
    case 'set':
      return [whole, { text: `Cardinality(${name})`, type: integer }];
    case 'integer':
    case 'boolean':
    case 'model value':
    default:
      return [whole];
  }
}

const argumentsOf = { m: ['m1', 'm2'], n: ['0', '1'] } as const;

/** An expression whose value is in the domain, given that `old` is. */
export function value(writer: Writer, domain: Domain, old?: string): string {
  const { random } = writer;
  const part = (of: Domain): string => value(writer, of);
  switch (domain.kind) {
    case 'integer':
      return oneIn(writer, 3)
        ? String(random.below(domain.below))
        : `(${expression(writer, integer)} % ${domain.below})`;
    case 'boolean':
      return expression(writer, boolean);
    case 'model value':
      return random.pick(['m1', 'm2']);
    case 'set': {
      const listed = `{${Array.from({ length: random.below(3) }, () => part(domain.of)).join(', ')}}`;
      if (old === undefined) return listed;
      return `(${old} ${random.pick(['\\union', '\\', '\\union'])} ${listed})`;
    }
    case 'sequence': {
      if (old === undefined || oneIn(writer, 4))
        return `<<${Array.from({ length: random.below(domain.most + 1) }, () => part(domain.of)).join(', ')}>>`;
      return `(IF Len(${old}) < ${domain.most} THEN Append(${old}, ${part(domain.of)}) ELSE Tail(${old}))`;
    }
    case 'record': {
      if (old === undefined || oneIn(writer, 2)) {
        return `[${domain.fields.map((field, index) => `${fieldName(index)} |-> ${part(field)}`).join(', ')}]`;
      }
      const index = random.below(domain.fields.length);
      return `[${old} EXCEPT !.${fieldName(index)} = ${value(writer, domain.fields[index] as Domain, '@')}]`;
    }
    case 'function':
      return changedFunction(writer, domain, old);
  }
}

function changedFunction(
  writer: Writer,
  domain: Domain & { readonly kind: 'function' },
  old: string | undefined,
): string {
  const { text, type } = argumentSets[domain.from];
  if (old === undefined || oneIn(writer, 3)) {
    const name = newName(writer);
    return `[${name} \\in ${text} |-> ${value(knowing(writer, { text: name, type }), domain.to)}]`;
  }
  const argument = knownOf(writer, type) ?? (domain.from === 'm' ? 'm1' : '1');
  return `[${old} EXCEPT ![${argument}] = ${value(writer, domain.to, '@')}]`;
}
