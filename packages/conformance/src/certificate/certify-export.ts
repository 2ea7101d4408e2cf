import { IntList, labelKey } from '@synod/spec';
import { InputError, key, readDotValues } from '@synod/tla';
import type { TlcExportSource } from '../read-export.js';
import { Certifier, type GraphCertificate } from './certificate.js';

/**
 * The certificate of what TLC exported, made while reading it. What is kept is some tens of bytes a state and twelve
 * a step: the graph may be larger than memory.
 *
 * @throws InputError if the file is cut, or is not of this model
 */
export async function certifyExport(
  source: Pick<TlcExportSource, 'variables' | 'labels' | 'counts' | 'steps'>,
): Promise<GraphCertificate> {
  const certifier = new Certifier(source.variables);
  const labels: string[] = [];
  const labelIds = new Map<string, number>();
  const [from, label, to] = [new IntList(), new IntList(), new IntList()];
  const labelId = (text: string): number => {
    const known = labelIds.get(text);
    if (known !== undefined) return known;
    const meaning = source.labels.get(text);
    if (meaning === undefined) {
      const message = `a step is labelled "${text}", which is none of the labels in the manifest; export the model again`;
      throw new InputError('unknown-label', message, { file: source.steps.file });
    }
    labelIds.set(text, labels.length);
    return labels.push(labelKey(meaning.action, meaning.parameters)) - 1;
  };
  await readDotValues(
    source.steps.chunks,
    {
      node: (node, values, initial) => certifier.state(node, values.map(key), initial),
      edge(source_, target, text, kind) {
        if (kind !== 'step') return;
        from.push(source_);
        label.push(labelId(text ?? ''));
        to.push(target);
      },
    },
    { file: source.steps.file, counts: source.counts, variables: source.variables },
  );
  for (const step of distinctSteps(from, label, to)) {
    certifier.step(from.at(step), labels[label.at(step)] as string, to.at(step));
  }
  return certifier.certificate();
}

/** The steps, each once: TLC writes a line for each way to take one. */
function* distinctSteps(from: IntList, label: IntList, to: IntList): Iterable<number> {
  const compare = (left: number, right: number): number =>
    from.at(left) - from.at(right) || label.at(left) - label.at(right) || to.at(left) - to.at(right);
  const order = Int32Array.from({ length: from.length }, (_, step) => step).sort(compare);
  let previous = -1;
  for (const step of order) {
    if (previous < 0 || compare(previous, step) !== 0) yield step;
    previous = step;
  }
}
