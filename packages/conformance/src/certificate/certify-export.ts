import { IntList, labelKey } from '@synod/spec';
import { type Chunks, InputError, key, readDotValues } from '@synod/tla';
import type { TlcExportSource } from '../read-export.js';
import { Certifier, type GraphCertificate } from './certificate.js';
import { OpenSteps } from './open-steps.js';

/** An export to be certified. */
export interface CertifiedSource extends Pick<TlcExportSource, 'variables' | 'labels' | 'counts'> {
  /** The graph, as `-dump dot,actionlabels` writes it. */
  readonly steps: {
    /** Opens the file, which is read again if the steps of some state stand far apart in it. */
    readonly open: () => Chunks;
    readonly file: string;
  };
}

/** How an export is read. */
export interface CertifyExportOptions {
  /** How many lines may stand between two steps of one state before the file is read twice. */
  readonly window?: number;
}

/**
 * The certificate of what TLC exported, made while reading it. What is kept is about a hundred bytes a state, and of
 * steps only those of the states that TLC was writing last: the graph may be larger than memory.
 *
 * @throws InputError if the file is cut, or is not of this model
 */
export async function certifyExport(
  source: CertifiedSource,
  { window = 1 << 16 }: CertifyExportOptions = {},
): Promise<GraphCertificate> {
  const scattered = new Set<number>();
  for (;;) {
    const { certificate, reopened } = await readOnce(source, { window, scattered });
    if (reopened.size === 0) return certificate;
    // States have the same numbers when they are read again, and there are more of these each time.
    for (const state of reopened) scattered.add(state);
  }
}

interface Reading {
  readonly window: number;
  readonly scattered: ReadonlySet<number>;
}

async function readOnce(
  { variables, labels, counts, steps: { open, file } }: CertifiedSource,
  reading: Reading,
): Promise<{ readonly certificate: GraphCertificate; readonly reopened: ReadonlySet<number> }> {
  const certifier = new Certifier(variables);
  const { id, labelOf } = labelNumbers(labels, file);
  // Steps that are complete before the states that they lead to are printed.
  const [from, by, to] = [new IntList(), new IntList(), new IntList()];
  const steps = new OpenSteps({
    ...reading,
    step(source, label, target) {
      if (certifier.has(source) && certifier.has(target)) {
        certifier.step(source, labelOf(label), target);
        return;
      }
      from.push(source);
      by.push(label);
      to.push(target);
    },
  });
  await readDotValues(
    open(),
    {
      node: (node, values, initial) => certifier.state(node, values.map(key), initial),
      edge(source, target, text, kind) {
        if (kind === 'step') steps.add(source, id(text ?? ''), target);
      },
    },
    { file, counts, variables },
  );
  steps.finish();
  for (let i = 0; i < from.length; i++) certifier.step(from.at(i), labelOf(by.at(i)), to.at(i));
  return { certificate: certifier.certificate(), reopened: steps.reopened };
}

interface LabelNumbers {
  /** The number of a label as TLC writes it. */
  readonly id: (text: string) => number;
  /** What such a label stands for. */
  readonly labelOf: (id: number) => string;
}

function labelNumbers(meanings: CertifiedSource['labels'], file: string): LabelNumbers {
  const labels: string[] = [];
  const ids = new Map<string, number>();
  return {
    labelOf: (id) => labels[id] as string,
    id(text) {
      const known = ids.get(text);
      if (known !== undefined) return known;
      const meaning = meanings.get(text);
      if (meaning === undefined) {
        const message = `a step is labelled "${text}", which is none of the labels in the manifest; export the model again`;
        throw new InputError('unknown-label', message, { file });
      }
      const id = labels.push(labelKey(meaning.action, meaning.parameters)) - 1;
      ids.set(text, id);
      return id;
    },
  };
}
