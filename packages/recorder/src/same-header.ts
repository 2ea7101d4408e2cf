import { at, RecorderError } from './error.js';
import type { RecordedHeader } from './recorder.js';

/** Refuses to go on with a trace that was begun with another header: `meta` may differ, nothing else. */
export function refuseOtherHeader(file: string, found: RecordedHeader, wanted: RecordedHeader): void {
  const fields = new Set([...Object.keys(found), ...Object.keys(wanted)]);
  for (const field of fields) {
    if (field === 'meta' || field === 'order') continue;
    const [there, here] = [canonical(found[field]), canonical(wanted[field])];
    if (there === here) continue;
    const message = `${at(file, 1)}: ${field}: this trace was begun with ${brief(there)}, and now it is ${brief(here)}. Give the process what it had then, or another trace.`;
    throw new RecorderError('other-header', message);
  }
  if (found['order'] !== 'clock') {
    const message = `${at(file, 1)}: order: this trace was begun with ${brief(canonical(found['order']))}, and a recorder writes "clock". Give the process another trace.`;
    throw new RecorderError('other-header', message);
  }
}

/** JSON with the keys of objects sorted; nothing for what is not there. */
function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

function brief(text: string | undefined): string {
  if (text === undefined) return 'none';
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
