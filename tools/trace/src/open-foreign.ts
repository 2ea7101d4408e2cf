import type { Model } from '@synod/conformance';
import { InputError } from '@synod/tla';

/** A specification of somebody's own, as options name it. */
export interface ForeignOptions {
  /** What TLC exported. Without it the module is compiled. */
  readonly graph?: string;
  /** Its module, and the cfg file beside it. */
  readonly spec?: string;
  readonly cfg?: string;
  /** Another name of `cfg`. */
  readonly config?: string;
  /** TLC's own output of the run that wrote the graph. */
  readonly log?: string;
  /** The variables of a graph that does not name them. */
  readonly variables?: string;
}

/**
 * Opens a specification of somebody's own with all of its states: the graph that TLC exported or, without one, the
 * module compiled and explored.
 *
 * @throws InputError if neither is named, or a file cannot be read
 */
export async function openForeign(options: ForeignOptions): Promise<Model> {
  const { graph, spec, log, variables } = options;
  const cfg = cfgOf(options);
  const { openModel, specModel } = await import('@synod/conformance');
  if (graph !== undefined) {
    const order = variables?.split(',').map((name) => name.trim());
    return openModel({ graph, spec, cfg, log, variables: order });
  }
  if (spec !== undefined) return specModel({ spec, config: cfg });
  throw new InputError('options', 'give --graph FILE, or --spec FILE.tla and its cfg file with --config');
}

/** The cfg file, under either name. */
export function cfgOf({ cfg, config }: Pick<ForeignOptions, 'cfg' | 'config'>): string | undefined {
  if (cfg !== undefined && config !== undefined && cfg !== config) {
    throw new InputError('options', '--cfg and --config are the same: give one of them');
  }
  return cfg ?? config;
}

/**
 * Refuses options that say something of a graph or a module where none is named.
 *
 * @throws InputError
 */
export function refuseForeign(options: ForeignOptions & { readonly model?: string }): void {
  const { model, graph, spec, log, variables } = options;
  const cfg = cfgOf(options);
  if (model !== undefined && graph !== undefined) refuse('give either --model or --graph, not both');
  if (model !== undefined && (spec ?? cfg) !== undefined)
    refuse('--spec and --cfg are for a specification of your own: a bundled model has its module');
  if (graph === undefined && spec === undefined && cfg !== undefined)
    refuse('--cfg is for --spec or --graph: name that too');
  if (graph === undefined && (log ?? variables) !== undefined)
    refuse('--log and --variables are for --graph');
}

function refuse(message: string): never {
  throw new InputError('options', message);
}
