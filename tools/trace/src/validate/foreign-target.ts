import {
  type ExportedGraph,
  graphSpace,
  guardsOf,
  named,
  type Trace,
  validateTrace,
} from '@synod/conformance';
import { EvaluationError, InputError, type TlaValue } from '@synod/tla';
import { openGraph } from '../graph/open-graph.js';
import { refuseOtherConstants } from './constants.js';
import { type ForeignSpec, namesOf, openForeignSpec } from './foreign-spec.js';
import type { ValidateOptions } from './options.js';
import type { Target } from './target.js';

/**
 * A graph of any specification, as TLC exported it; with its module, the names of parameters, derived operators and
 * the text of its actions too.
 *
 * @throws InputError if the file cannot be read, or does not hold what can be judged by
 */
export async function foreignTarget(options: ValidateOptions): Promise<Target> {
  const { graph: file, spec: specFile, cfg, log, variables } = options;
  if (file === undefined) {
    throw new InputError(
      'options',
      'without --graph a specification of your own is judged by --engine tlc: give one of them',
    );
  }
  const exported = await openGraph(file, {
    cfg,
    sharedCfg: specFile !== undefined,
    log,
    variables: variables?.split(',').map((name) => name.trim()),
  });
  refuseUseless(exported, file);
  const spec = specFile === undefined ? undefined : await openForeignSpec(specFile, cfg);
  if (spec !== undefined) refuseOtherVariables(exported, spec, file);
  const formals = new Map([...exported.formals, ...(spec?.formulas.actions ?? [])]);
  const { graph, known } = exported;
  const operators = spec?.text && operatorsOf(spec, graph.variables, (state) => graph.values(state));
  const space = graphSpace(spec === undefined ? graph : { ...graph, name: '' }, {
    parameters: known.parameters,
    formals,
    ...(operators === undefined ? {} : { operators }),
  });
  const guards = spec?.text && guardsOf(spec.text, space);
  return {
    against: file,
    warnings: [
      ...exported.warnings,
      ...(known.complete ? [] : [notComplete]),
      ...(spec !== undefined && cfg !== undefined && spec.constants === undefined
        ? [otherModule(cfg, spec.root)]
        : []),
    ],
    space,
    judge(trace: Trace, search) {
      if (spec !== undefined) refuseOtherModule(trace, spec);
      if (spec?.constants !== undefined) refuseOtherConstants(trace, spec.constants, file);
      const validation = validateTrace(trace, space, search);
      const warnings = trace.header.constants.size > 0 && spec?.constants === undefined ? [noConstants] : [];
      return { validation: { ...validation, warnings: [...validation.warnings, ...warnings] }, guards };
    },
  };
}

const notComplete =
  'it is not known whether the graph is whole: a step that it lacks looks like one that is not allowed (name the output of the run with --log).';
const noConstants =
  'the constants of the trace are not compared: name the module with --spec and its cfg file with --cfg.';

function otherModule(cfg: string, root: string): string {
  return `${cfg} replaces what ${root} alone does not define, so that nothing of ${root} is evaluated, such as a conjunct that is false: name the module that this cfg file is for with --spec.`;
}

function refuseUseless({ known, kind }: ExportedGraph, file: string): void {
  const refuse = (what: string): never => {
    throw new InputError(
      'no-graph',
      `a trace cannot be judged by this: ${what}. Have TLC write a graph with -dump dot,actionlabels.`,
      { file },
    );
  };
  if (kind === 'error-trace' || kind === 'output')
    refuse('it is a single behaviour that TLC printed, and no graph');
  if (!known.steps) refuse('it has states, and no steps');
  if (!known.initial) refuse('it does not say which states are initial');
  if (!known.values) refuse('its values are not those of the specification');
}

function refuseOtherVariables({ graph }: ExportedGraph, { root, formulas }: ForeignSpec, file: string): void {
  const declared = formulas.variables;
  if (declared.toSorted().join() === graph.variables.toSorted().join()) return;
  const message = `this is a graph of another specification: it has the variables ${graph.variables.join(', ')}, and ${root} declares ${declared.join(', ')}.`;
  throw new InputError('other-spec', message, { file });
}

function refuseOtherModule({ header }: Trace, { modules, root }: ForeignSpec): void {
  const names = namesOf(modules, root);
  if (header.spec === undefined || names.includes(header.spec)) return;
  const message = `spec: this trace is one of ${header.spec}, and it is held against ${root}: name the module of ${header.spec} with --spec.`;
  throw new InputError('other-spec', message, header.place);
}

/** Operators as the module's text defines them, each evaluated once in a state. */
function operatorsOf(
  { text, formulas }: ForeignSpec,
  variables: readonly string[],
  values: (state: number) => readonly TlaValue[],
): ReadonlyMap<string, (state: number) => TlaValue> {
  const evaluateIn = (name: string): ((state: number) => TlaValue) => {
    const found = new Map<number, TlaValue>();
    return (state) => {
      const value = found.get(state) ?? evaluate(name, state);
      found.set(state, value);
      return value;
    };
  };
  const evaluate = (name: string, state: number): TlaValue => {
    try {
      return (text as NonNullable<typeof text>).evaluate(name, named(variables, values(state)));
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      throw new InputError('derived', `derived.${name} cannot be evaluated: ${error.message}`, error.place, {
        cause: error,
      });
    }
  };
  return new Map(formulas.operators.map((name) => [name, evaluateIn(name)]));
}
