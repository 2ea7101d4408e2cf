import type { Label, StateGraph } from '@synod/spec';
import { key } from '@synod/tla';
import { Certifier, type GraphCertificate } from './certificate.js';

/** The certificate of a graph. */
export function certifyGraph(graph: StateGraph): GraphCertificate {
  const certifier = new Certifier(graph.variables);
  const initial = new Set(graph.initial);
  for (let state = 0; state < graph.size; state++) {
    certifier.state(state, graph.values(state).map(key), initial.has(state));
  }
  for (let from = 0; from < graph.size; from++) {
    for (let i = graph.offsets[from] as number; i < (graph.offsets[from + 1] as number); i++) {
      const label = graph.labels[graph.stepLabels[i] as number] as Label;
      certifier.step(from, label.key, graph.targets[i] as number);
    }
  }
  return certifier.certificate();
}
