import type { StepFormulas } from '@synod/compiler';
import type { Config } from '@synod/tla';
import type { EventOrder } from '../order.js';
import type { Trace } from '../trace.js';
import { constantTexts } from './constants.js';
import { eventFormulas } from './event-formulas.js';
import { eventTables } from './event-tables.js';
import { libraryOf } from './library.js';
import { matchersOf } from './matchers.js';
import { namesBeside } from './names.js';
import { type SearchText, searchText } from './search-text.js';
import { vocabularyOf } from './vocabulary.js';

/** A model, as far as a generated module needs it. */
export interface TraceModel {
  /** The module that the generated one extends. */
  readonly root: string;
  /** What messages call the specification. */
  readonly spec: string;
  readonly formulas: StepFormulas;
  readonly config: Config;
  /** Values for constants, as TLA+ texts, that stand before those of the cfg. */
  readonly constants: ReadonlyMap<string, string>;
  /** Every identifier of the modules' texts. */
  readonly taken: ReadonlySet<string>;
}

/** A trace with its events in their order. */
export interface OrderedTrace {
  readonly trace: Trace;
  readonly order: EventOrder;
}

/** A module and its cfg, generated to have TLC hold traces against a specification. */
export interface TraceModule {
  readonly name: string;
  readonly module: string;
  readonly cfg: string;
  /** The variable that has the number of the trace, from 1. */
  readonly trace: string;
  /** What the lines begin with that it prints. */
  readonly tag: string;
  /** What could not be compared, trace by trace. */
  readonly warnings: readonly (readonly string[])[];
}

/**
 * Writes the module that has TLC follow traces, all in one run. For each cut that a trace reaches, and each state that is
 * possible immediately after it, it prints a line that {@link readReached} reads.
 *
 * @throws InputError for names in the traces that the module does not have
 */
export function traceModule(model: TraceModel, traces: readonly OrderedTrace[]): TraceModule {
  const { root, formulas, config } = model;
  const names = namesBeside(model.taken);
  const name = names.fresh(`${root}Traces`);
  const library = libraryOf(names);
  const constants = constantTexts(config, model.constants, formulas.constants, names, library);
  const vocabulary = vocabularyOf(model.spec, formulas);
  const matchers = matchersOf(names, library, constants.modelValues);
  const events = eventFormulas(formulas, vocabulary, matchers, names, config.actionConstraints);
  const tables = eventTables(traces, vocabulary.space, events);
  const search = searchText({ formulas, config, names, library, events, tables });
  const { declared } = constants;
  const module = [
    `---- MODULE ${name} ----`,
    `EXTENDS ${root}`,
    ...library.definitions,
    ...(declared.length === 0 ? [] : [`CONSTANTS ${declared.join(', ')}`]),
    ...constants.definitions,
    ...matchers.lines(),
    ...search.lines,
    '====',
    '',
  ];
  const cfg = cfgText(constants.lines, config, search);
  return {
    name,
    module: module.join('\n'),
    cfg,
    trace: search.trace,
    tag: search.tag,
    warnings: tables.warnings,
  };
}

function cfgText(constants: readonly string[], { constraints }: Config, search: SearchText): string {
  return [
    ...(constants.length === 0 ? [] : ['CONSTANTS', ...constants.map((line) => `    ${line}`)]),
    `INIT ${search.init}`,
    `NEXT ${search.next}`,
    ...constraints.map((name) => `CONSTRAINT ${name}`),
    `INVARIANT ${search.invariant}`,
    'CHECK_DEADLOCK FALSE',
    '',
  ].join('\n');
}
