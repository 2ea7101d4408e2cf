import { argumentSets, type Domain, knownBy, value } from './domain.js';
import { expression } from './expression.js';
import { boolean } from './type.js';
import { deeper, knowing, newName, oneIn, someType, type Writer } from './writer.js';

/** A variable and the values that it is to have. */
export interface Variable {
  readonly name: string;
  readonly domain: Domain;
}

/** What is written: `x` for Init, `x'` for Next. */
export interface Goal {
  readonly prime: '' | "'";
  readonly left: readonly Variable[];
}

/** A formula that gives a value to every variable that is left, on every way through it. */
export function action(writer: Writer, goal: Goal): string {
  if (writer.depth <= 0) return assignments(writer, goal);
  return writer.random.pick(forms)(deeper(writer), goal);
}

const expressions = (writer: Writer): Writer => ({ ...writer, depth: Math.min(writer.depth, 1) });
const guard = (writer: Writer): string => expression(expressions(writer), boolean);

const forms: readonly ((writer: Writer, goal: Goal) => string)[] = [
  (writer, goal) => `(${guard(writer)} /\\ ${action(writer, goal)})`,
  (writer, goal) => `(\\/ ${action(writer, goal)} \\/ ${action(writer, goal)})`,
  (writer, goal) => {
    const name = newName(writer);
    const { text, type } = argumentSets[writer.random.pick(['m', 'n'] as const)];
    return `(\\E ${name} \\in ${text} : ${action(knowing(writer, { text: name, type }), goal)})`;
  },
  (writer, goal) => {
    const [name, type] = [newName(writer), someType(expressions(writer))];
    const set = expression(expressions(writer), { kind: 'set', of: type });
    return `(\\E ${name} \\in ${set} : ${action(knowing(writer, { text: name, type }), goal)})`;
  },
  (writer, goal) => `(IF ${guard(writer)} THEN ${action(writer, goal)} ELSE ${action(writer, goal)})`,
  (writer, goal) =>
    `(CASE ${guard(writer)} -> ${action(writer, goal)} [] ${guard(writer)} -> ${action(writer, goal)} [] OTHER -> ${action(writer, goal)})`,
  (writer, goal) => {
    const [name, type] = [newName(writer, 'd'), someType(expressions(writer))];
    return `(LET ${name} == ${expression(expressions(writer), type)} IN ${action(knowing(writer, { text: name, type }), goal)})`;
  },
  partly,
  partly,
  assignments,
];

/** Some of it, then the rest: in which a variable that has its value may be read. */
function partly(writer: Writer, goal: Goal): string {
  const [variable, ...left] = shuffled(writer, goal.left);
  if (variable === undefined) return guard(writer);
  const one = action(writer, { ...goal, left: [variable] });
  const assigned = knowing(writer, ...knownBy(`${variable.name}${goal.prime}`, variable.domain));
  return `(${one} /\\ ${action(assigned, { ...goal, left })})`;
}

function assignments(writer: Writer, goal: Goal): string {
  let current = expressions(writer);
  const parts: string[] = [];
  for (const variable of shuffled(writer, goal.left)) {
    parts.push(assignment(current, variable, goal));
    current = knowing(current, ...knownBy(`${variable.name}${goal.prime}`, variable.domain));
    // A second one is a condition.
    if (oneIn(writer, 12)) parts.push(assignment(current, variable, goal));
  }
  if (parts.length === 0) return guard(writer);
  return parts.length === 1 ? (parts[0] as string) : `(${parts.join(' /\\ ')})`;
}

function assignment(writer: Writer, { name, domain }: Variable, { prime }: Goal): string {
  const old = prime === '' ? undefined : name;
  if (old !== undefined && oneIn(writer, 4)) return `UNCHANGED ${writer.random.pick([name, `<<${name}>>`])}`;
  if (oneIn(writer, 4))
    return `${name}${prime} \\in {${value(writer, domain, old)}, ${value(writer, domain)}}`;
  return `${name}${prime} = ${value(writer, domain, old)}`;
}

function shuffled(writer: Writer, variables: readonly Variable[]): readonly Variable[] {
  const left = [...variables];
  return variables.map(() => left.splice(writer.random.below(left.length), 1)[0] as Variable);
}
