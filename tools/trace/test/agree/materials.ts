import type { TlcExport } from '@synod/conformance';
import type { StateGraph, TransitionSystem } from '@synod/spec';
import { parseValue, type TlaValue, toJson } from '@synod/tla';
import { jobs } from '../../../../packages/conformance/test/oracle/jobs.js';
import { type Material, material } from '../../../../packages/conformance/test/oracle/material.js';
import { openModel } from '../../src/model.js';
import { openProject } from '../../src/project.js';
import { committedExport } from '../../src/tlc-export.js';

/** A specification with all that the engines need of it. */
export interface Subject {
  /** What random traces of it are made of. */
  readonly material: Material;
  readonly graph: StateGraph;
  /** It in TypeScript, if it is. */
  readonly system: TransitionSystem | undefined;
  /** Where its modules lie, and the one that TLC is given, with a cfg file of its name. */
  readonly folder: string;
  readonly module: string;
}

/** A bundled model, with the graph that TLC exported; or Jobs, which is no model of this project. */
export async function subject(name: string): Promise<Subject> {
  if (name === 'Jobs') {
    const made = jobs();
    return {
      material: made,
      graph: made.graph,
      system: undefined,
      folder: import.meta.dirname,
      module: name,
    };
  }
  const project = await openProject(undefined);
  const entry = project.models.find((one) => one.name === name);
  if (entry === undefined) throw new Error(`there is no model ${name}`);
  const model = await openModel(project, entry);
  const { system, constants } = model;
  const exported = await committedExport(project, model);
  const { graph } = exported;
  const formals = new Map(
    system.actions.map((action) => [action.name, action.formals.map((one) => one.name)]),
  );
  const json = Object.fromEntries(Object.entries(constants).map(([one, value]) => [one, toJson(value)]));
  const operators = operatorsOf(exported);
  return {
    material: material({ graph, formals, operators, model: name, constants: json }),
    graph,
    system,
    folder: project.specs,
    module: name,
  };
}

/** The operators without arguments, with the values that TLC gave them. */
function operatorsOf({ operators }: TlcExport): ReadonlyMap<string, (state: number) => TlaValue> {
  const values = new Map<string, TlaValue>();
  const valueOf = (text: string): TlaValue => {
    const known = values.get(text) ?? parseValue(text);
    values.set(text, known);
    return known;
  };
  return new Map(
    operators.signatures.flatMap(({ name, formals }, index) =>
      formals.length > 0 ? [] : [[name, (state: number) => valueOf(operators.value(state, index))] as const],
    ),
  );
}
