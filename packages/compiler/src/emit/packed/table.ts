import { EvaluationError, InputError, key } from '@synod/tla';
import type { Call, Ir } from '../../lower/ir.js';
import type { AskedOperator } from '../../run/engine.js';
import { type Code, writeValues } from './code.js';
import { type Domain, termOf } from './domain/domain.js';
import { newGround, type Session } from './domain/fixpoint.js';
import type { Write } from './effect.js';
import { formula } from './ground/logic.js';
import type { Ground } from './ground/scope.js';
import type { DomainData, TableColumnData, TableData } from './program.js';
import { Refused } from './refusal.js';
import { FALSE, newForge } from './symbolic/logic.js';
import { nowhere } from './symbolic/term.js';
import { newValueLayout, placeMembers, placeTerm } from './value-layout.js';

/** How many words of values one function writes. V8 optimises functions of a moderate size only. */
const mostWords = 4;

/**
 * Writes functions that evaluate operators. Those that are too large, or that may break a rule of TLA+, are left out: the
 * first tier has them.
 */
export function emitTable(
  session: Session,
  code: Code,
  domains: readonly Domain[],
  asked: readonly AskedOperator[],
): TableData {
  let g = groundOver(session, domains);
  const columns: TableColumnData[] = [];
  const functions: string[] = [];
  let words = 0;
  let waiting: Write[] = [];
  const flush = (): void => {
    if (waiting.length > 0) functions.push(writeValues(code, `o${functions.length}`, waiting));
    waiting = [];
  };
  for (const operator of asked) {
    const found = columnOf(g, session, operator);
    if (found === 'refused') {
      // Formulas of two forges do not go together.
      flush();
      g = groundOver(session, domains);
    }
    if (typeof found === 'string') continue;
    const { writes, value } = found;
    const parameters = operator.parameters.map((tuple) => key(tuple));
    columns.push({ name: operator.name, parameters, from: words, words: writes.length, value });
    waiting.push(...writes.map((write) => ({ ...write, word: words + write.word })));
    words += writes.length;
    if (waiting.length >= mostWords) flush();
  }
  flush();
  return { functions, words, columns };
}

function groundOver(session: Session, domains: readonly Domain[]): Ground {
  // What was spent before is not counted: nothing that is needed comes behind this.
  const forge = newForge(session.budgets, session.deadline, { work: 0, due: 0 });
  const from = domains.map((domain) => termOf(forge, 'from', domain));
  return newGround(session, forge, 2, (index, primed) => (primed ? undefined : from[index]));
}

interface Column {
  readonly writes: readonly Write[];
  readonly value: DomainData;
}

/** What an operator's value is written to, and how; `refused` if it is too large, `none` where it is not for all states. */
function columnOf(
  g: Ground,
  { lowered }: Session,
  { name, parameters }: AskedOperator,
): Column | 'none' | 'refused' {
  try {
    const definition = lowered.operators.get(name)?.definition();
    if (definition === undefined) return 'none';
    g.error = FALSE;
    g.depth = 0;
    const layout = newValueLayout();
    const calls = parameters.map((tuple): Call => {
      const given = tuple.map((value): Ir => ({ op: 'constant', value, span: nowhere }));
      return { op: 'call', definition, arguments: given, span: nowhere };
    });
    const value =
      definition.parameters.length === 0
        ? placeTerm(layout, g.evaluate(g, calls[0] as Call, undefined))
        : placeMembers(
            layout,
            parameters.map((tuple) => key(tuple)),
            calls.map((call) => formula(g, call, undefined)),
          );
    return g.error === FALSE ? { writes: layout.writes, value } : 'none';
  } catch (error) {
    if (error instanceof Refused) return 'refused';
    if (error instanceof InputError || error instanceof EvaluationError) return 'none';
    throw error;
  }
}
