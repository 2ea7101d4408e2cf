import type { Verdict } from '@synod/conformance';
import type { Model } from './model.js';
import type { Project } from './project.js';
import type { Explained } from './result.js';

/** Finds the conjuncts that decide each divergence. */
export async function explainDivergences(
  _project: Project,
  _model: Model,
  verdict: Verdict,
): Promise<readonly Explained[]> {
  return verdict.divergences.map((divergence) => ({ divergence, conjuncts: [] }));
}
