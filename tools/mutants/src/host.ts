import type { Conjunct, Divergence, TlcExport } from '@synod/conformance';
import type { Specification, TransitionSystem } from '@synod/spec';

/** A bounded model, as mutants are tried on it. */
export interface HostedModel {
  readonly name: string;
  /** The module that it is a model of. */
  readonly module: string;
  /** What TLC found for it. */
  readonly expected: TlcExport;
  /**
   * The model of a damaged specification.
   *
   * @param url the module that exports it under the name of its own module
   * @throws SynodError if it does not even accept the model's constants
   */
  open(specification: Specification, url: string): Promise<DamagedModel>;
}

/** A model of a damaged specification. */
export interface DamagedModel {
  readonly system: TransitionSystem;
  /** The conjuncts that decide a divergence. */
  explain(divergence: Divergence): Promise<readonly Conjunct[]>;
}

/**
 * Where models come from. A module whose export `host` is one is named to {@link runMutants} by its URL, because
 * each worker must load it for itself.
 */
export interface Host {
  /** @throws InputError if there is no such model in the project, or no export of it */
  model(project: string, name: string): Promise<HostedModel>;
}
