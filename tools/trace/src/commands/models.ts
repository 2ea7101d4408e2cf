import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { key } from '@synod/tla';
import { openModel } from '../model.js';
import { colours } from '../output/colours.js';
import { number, plainTable } from '../output/table.js';
import type { Project } from '../project.js';

/**
 * `synod models`: what models there are, and what TLC must find for each.
 *
 * @returns the exit code
 */
export async function modelsCommand(
  project: Project,
  options: { readonly json?: boolean; readonly color: boolean },
): Promise<number> {
  const rows = await Promise.all(
    project.models.map(async (entry) => {
      const { constants } = await openModel(project, entry);
      const exported = existsSync(join(project.traces, entry.name, 'manifest.json'));
      const values = Object.entries(constants).map(([name, value]) => [name, key(value)] as const);
      return { ...entry, exported, constants: Object.fromEntries(values) };
    }),
  );
  if (options.json === true) {
    console.log(JSON.stringify({ format: 1, models: rows }, undefined, 2));
    return 0;
  }
  const heads = ['model', 'of', 'states', 'generated', 'depth', 'export', 'constants'];
  const cells = rows.map((row) => [
    row.name,
    row.module,
    number(row.distinct),
    number(row.generated),
    `${row.depth}`,
    row.explored ? 'none' : row.exported ? 'committed' : 'live',
    Object.entries(row.constants)
      .map(([name, value]) => `${name} = ${value}`)
      .join('; '),
  ]);
  console.log(plainTable(heads, cells, colours(options.color)));
  return 0;
}
