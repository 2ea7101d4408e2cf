import type { Check } from '../trace/bind.js';
import { differences } from '../trace/pattern.js';

/** So many places are named, and so long their values may be. */
const [mostPlaces, longest] = [3, 120];

/** Where what was observed is not as in the state, of those possible, that comes nearest. */
export function differenceText(checks: readonly Check[], states: readonly number[]): string {
  const [nearest = []] = states
    .map((state) => checks.flatMap(({ name, pattern, read }) => differences(pattern, read(state), name)))
    .toSorted((one, other) => one.length - other.length);
  const texts = nearest
    .slice(0, mostPlaces)
    .map(
      ({ path, trace, specification }) =>
        `${path} is ${brief(JSON.stringify(trace))} instead of ${brief(specification ?? 'nothing')}`,
    );
  const more = nearest.length - texts.length;
  return [...texts, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

function brief(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
