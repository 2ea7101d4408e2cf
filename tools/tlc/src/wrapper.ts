import { type Config, exactExport, InputError, parseConfig } from '@synod/tla';
import type { ActionInstance, ExportedOperator, StepLabel } from '@synod/tla/node';
import { constantLines, modelValuesOf } from './cfg.js';
import type { SourceFile } from './modules.js';
import type { ExportPlan } from './plan.js';
import { identifiers } from './text.js';

/** A module and its cfg, generated to make TLC write what it finds. */
export interface Wrapper {
  /** The module's name. */
  readonly name: string;
  readonly module: string;
  readonly cfg: string;
  readonly labels: readonly StepLabel[];
}

/**
 * Writes the module that exports a model. It extends the model's own and gives each instance of an action a
 * name, by which TLC then labels the step; its invariant prints each state with the operators' values; and its
 * action constraint has TLC confirm that each step so named is a step of Next. That none is missing shows in
 * the number of steps.
 *
 * @param sources the files of the model, see {@link sourcesOf}
 * @throws InputError `wrong-cfg`, `unsupported-cfg`, `unknown-constant`
 */
export function exportWrapper(plan: ExportPlan, sources: readonly SourceFile[]): Wrapper {
  const cfg = modelCfg(plan, sources);
  const taken = new Set(sources.flatMap(({ text }) => [...identifiers(text)]));
  const fresh = (wanted: string): string => {
    let name = wanted;
    while (taken.has(name)) name += '_';
    taken.add(name);
    return name;
  };
  const name = fresh(`${plan.model}Export`);
  const labels = plan.instances.map((instance) => ({ label: fresh(labelOf(instance)), instance }));
  const names = { next: fresh('ExportNext'), emit: fresh('EmitS'), within: fresh('StepOfNext') };
  const definitions: string[] = [];
  // A cfg takes a name only.
  const named = (formula: string, wanted: string): string => {
    if (/^\w+$/.test(formula)) return formula;
    const given = fresh(wanted);
    definitions.push(`${given} == ${formula}`);
    return given;
  };
  const init = named(cfg.init ?? plan.init ?? 'Init', 'ModelInit');
  const next = named(cfg.next ?? plan.next ?? 'Next', 'ModelNext');
  const modelValues = modelValuesOf(cfg);
  const bound = (formal: string): string => (taken.has(formal) ? bound(`${formal}_`) : formal);
  const emitted = [
    '"S"',
    `<<${plan.variables.join(', ')}>>`,
    ...plan.operators.map((operator) => valueOf(operator, bound)),
  ];
  const steps = labels.map(({ label }) => label).join(' \\/ ');
  const module = [
    `---- MODULE ${name} ----`,
    `EXTENDS ${plan.model}, TLC`,
    ...(modelValues.length === 0 ? [] : [`CONSTANTS ${modelValues.join(', ')}`]),
    // TLC labels a step by a named conjunction, and looks through a name for anything else.
    ...labels.map(({ label, instance }) => `${label} == TRUE /\\ ${instance.formula ?? applied(instance)}`),
    ...definitions,
    `${names.next} == ${steps || `FALSE /\\ UNCHANGED <<${plan.variables.join(', ')}>>`}`,
    `${names.emit} == PrintT(<<${emitted.join(',\n  ')}>>)`,
    `${names.within} == Assert(${next}, "a step of the export is no step of ${next}")`,
    '====',
    '',
  ];
  const assignments = [...constantLines(cfg), ...modelValues.map((value) => `${value} = ${value}`)];
  const settings = [
    ...(assignments.length === 0 ? [] : ['CONSTANTS']),
    ...assignments.map((line) => `    ${line}`),
    `INIT ${init}`,
    `NEXT ${names.next}`,
    `INVARIANT ${names.emit}`,
    `ACTION_CONSTRAINT ${names.within}`,
    'CHECK_DEADLOCK FALSE',
    '',
  ];
  return {
    name,
    module: module.join('\n'),
    cfg: settings.join('\n'),
    labels: labels.map(({ label, instance: { action, parameters } }) => ({ label, action, parameters })),
  };
}

/** The model's cfg, if the whole graph can be exported under it. */
export function modelCfg(plan: ExportPlan, sources: readonly SourceFile[]): Config {
  const file = `${plan.model}.cfg`;
  const cfg = parseConfig(sources.find((source) => source.name === file)?.text ?? '', file);
  exactExport(cfg);
  const [constraint] = [...cfg.constraints, ...cfg.actionConstraints];
  if (constraint !== undefined) {
    const message = `the constraint ${constraint} hides states or steps, which an export must have: take it out, and bound the model by its constants`;
    throw new InputError('unsupported-cfg', message, { file, ...cfg.places.get(constraint) });
  }
  const modules = sources.filter(({ name }) => name.endsWith('.tla'));
  const known = new Set(modules.flatMap(({ text }) => [...identifiers(text)]));
  // TLC takes such a line for granted, and a misspelt constant with it.
  const unknown = Object.keys(cfg.constants).find((name) => !known.has(name));
  if (unknown !== undefined) {
    const message = `${unknown} is no constant of ${modules.map(({ name }) => name).join(', ')}: correct its name, or take it out`;
    throw new InputError('unknown-constant', message, { file, ...cfg.places.get(unknown) });
  }
  return cfg;
}

function labelOf({ action, parameters }: ActionInstance): string {
  return [action, ...parameters].map((part) => part.replace(/\W+/g, '_').replace(/^_|_$/g, '')).join('_');
}

function applied({ action, parameters }: ActionInstance): string {
  return parameters.length === 0 ? action : `${action}(${parameters.join(', ')})`;
}

/** The TLA+ expression of what is written for an operator. */
function valueOf({ name, formals }: ExportedOperator, bound: (formal: string) => string): string {
  if (formals.length === 0) return name;
  const names = formals.map((formal) => bound(formal.name));
  const domain = formals.map((formal) => formal.constant).join(' \\X ');
  const call = `${name}(${names.join(', ')})`;
  // For one formal, <<x>> \in S would need a set of 1-tuples, which \X does not make.
  const [only] = names;
  if (only !== undefined && names.length === 1) {
    const outer = bound(`${only}_`);
    return `{<<${outer}>> : ${outer} \\in {${only} \\in ${domain} : ${call}}}`;
  }
  return `{<<${names.join(', ')}>> \\in ${domain} : ${call}}`;
}
