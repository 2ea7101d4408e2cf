import { IntList, labelKey } from '@synod/spec';
import { InputError, readDot, stateReader } from '@synod/tla';
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
  const read = stateReader(source.variables);
  const nodes = new Map<string, number>();
  const labels: string[] = [];
  const labelIds = new Map<string, number>();
  const [from, label, to] = [new IntList(), new IntList(), new IntList()];
  const node = (id: string): number => {
    const known = nodes.get(id);
    if (known !== undefined) return known;
    nodes.set(id, nodes.size);
    return nodes.size - 1;
  };
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
  await readDot(
    source.steps.chunks,
    {
      node(id, text, initial, { place }) {
        const keys = read.entries(text, place).map((entry) => entry.key);
        certifier.state(node(id), keys, initial);
      },
      edge(source_, target, text, kind) {
        if (kind !== 'step') return;
        from.push(node(source_));
        label.push(labelId(text ?? ''));
        to.push(node(target));
      },
    },
    { file: source.steps.file, counts: source.counts },
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
