import { lastState, type Path } from '@synod/conformance';
import { stateText } from '@synod/conformance/text';
import { explorersPath, paxosWithoutAssumption, tlcsPath } from '../disagreement.js';
import type { Project } from '../project.js';

/**
 * `synod disagreement`: Paxos with quorums that do not intersect, the assumption taken out. The explorer and TLC
 * must both find two chosen values, by shortest paths of one length.
 *
 * @returns the exit code
 */
export async function disagreementCommand(
  project: Project,
  options: { readonly tlc: boolean },
): Promise<number> {
  const system = paxosWithoutAssumption();
  const own = explorersPath(system);
  if (own === undefined) {
    console.log('the explorer finds no disagreement');
    return 1;
  }
  console.log(text('the explorer', own));
  if (!options.tlc) return 0;
  const other = await tlcsPath(project, system, (line) => console.error(`synod: ${line}`));
  console.log(`\n${text('TLC', other)}\n`);
  const same = own.steps.length === other.steps.length;
  console.log(same ? 'the two paths have the same length' : 'the two paths differ in length');
  return same ? 0 : 1;
}

function text(who: string, path: Path): string {
  return [
    `${who} finds two chosen values after ${path.steps.length} steps:`,
    ...path.steps.map(({ label }, index) => `    ${index + 1}. ${label.key}`),
    '  in the state',
    ...stateText(lastState(path)),
  ].join('\n');
}
