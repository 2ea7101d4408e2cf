import { operatorTable, signatures, type TlcExport } from '@synod/conformance';
import type { TransitionSystem } from '@synod/spec';

/**
 * A system with those of its operators that are picked, here and in the specifications above; what has none left
 * is no longer refined.
 *
 * @param picked is asked with the module's name before the operator's: `Voting!SafeAt`
 */
export function restricted<S>(
  system: TransitionSystem<S>,
  picked: (operator: string) => boolean,
): TransitionSystem<S> {
  const keep = (name: string): boolean => picked(`${system.name}!${name}`);
  return {
    ...system,
    operators: system.operators.filter(({ name }) => keep(name)),
    invariants: system.invariants.filter(keep),
    refinements: system.refinements
      .map((refinement) => ({ ...refinement, above: restricted(refinement.above, picked) }))
      .filter(({ above }) => above.operators.length + above.refinements.length > 0),
  };
}

/** What TLC found, with the operators of a restricted system only. */
export function restrictedExport({ graph, operators }: TlcExport, system: TransitionSystem): TlcExport {
  const kept = new Set(signatures(system).map(({ name }) => name));
  const places = operators.signatures.flatMap(({ name }, place) => (kept.has(name) ? [place] : []));
  const at = <T>(list: readonly T[]): readonly T[] => places.map((place) => list[place] as T);
  return {
    graph,
    operators: operatorTable(at(operators.signatures), at(operators.arguments), at(operators.columns)),
  };
}
