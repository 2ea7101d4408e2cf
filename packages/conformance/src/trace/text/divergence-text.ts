import type { DivergenceReport, TraceReport } from '../report.js';
import { type Colours, noColours } from './colours.js';
import { chiefFirst, eventText, headline } from './headline.js';
import { cutText, prefixText } from './prefix-text.js';
import { remediesText } from './remedies-text.js';
import { visible } from './visible.js';

/** Of several longest prefixes, so many are told whole, and so many in a line each. */
const [whole, inALine] = [2, 5];

/** A divergence for somebody who has a minute. Nothing if the execution does not diverge. */
export function divergenceText(report: TraceReport, colours: Colours = noColours): string | undefined {
  return tell(visible(report), colours);
}

function tell(report: TraceReport, colours: Colours): string | undefined {
  const title = headline(report);
  if (title === undefined) return undefined;
  const { divergence } = report;
  const prefixes = divergence === undefined ? [] : prefixesText(divergence, colours);
  return [colours.bold(title), ...prefixes, ...remediesText(report, colours)].join('\n');
}

function prefixesText(divergence: DivergenceReport, colours: Colours): readonly string[] {
  const { prefixCount } = divergence;
  const ordered = chiefFirst(divergence);
  const heading = (index: number): string => colours.bold(`longest prefix ${index + 1} of ${prefixCount}:`);
  const lines = ordered.slice(0, whole + inALine).flatMap((prefix, index) => {
    const cut = cutText(divergence, prefix);
    const reference = index === 0 ? undefined : ordered[0]?.states[0];
    const text = index < whole ? prefixText(divergence, prefix, reference, colours) : [];
    if (prefixCount === 1) return text;
    const next = prefix.next.map(({ event }) => eventText(event)).join(' nor ');
    return [`  ${heading(index)} ${cut}${index < whole || next === '' ? '' : `, then not ${next}`}`, ...text];
  });
  const rest = prefixCount - Math.min(ordered.length, whole + inALine);
  return rest > 0 ? [...lines, `  and ${rest} more longest prefixes`] : lines;
}
