import type { TraceReport } from '@synod/conformance';
import { base, event } from './reports.js';

const evil = '<script>alert(1)</script>';

/** What somebody might write into a trace to be run, or to be believed, by whoever reads the report. */
export const hostile: TraceReport = {
  ...base,
  files: [`"><img src=x onerror=alert(2)>.ndjson`],
  verdict: 'diverges',
  spec: evil,
  against: `</script>${evil}`,
  order: 'clock',
  events: 2,
  matched: 1,
  warnings: [`a warning\n::error::forged ${evil}`],
  divergence: {
    first: event(1, evil, ["'</title>'"], {
      process: '\u001b[31m\n::warning::forged',
      seq: 0,
      state: { x: `${evil}<!--` },
    }),
    lanes: [
      { process: evil, events: [event(0, 'A', [], { process: evil, seq: 0 })] },
      {
        process: '\u001b[31m\n::warning::forged',
        events: [
          event(1, evil, ["'</title>'"], {
            process: '\u001b[31m\n::warning::forged',
            seq: 0,
            state: { x: `${evil}<!--` },
          }),
        ],
      },
    ],
    prefixCount: 1,
    prefixes: [
      {
        matched: 1,
        cut: [1, 0],
        behaviour: [{ label: evil }, { label: 'A()', event: 0 }],
        states: [{ [evil]: `"${evil}"` }, { [evil]: `"\u202e"` }],
        stateCount: 2,
        enabled: [`${evil}(1)`],
        next: [
          {
            event: event(1, evil, ["'</title>'"], { process: '\u001b[31m\n::warning::forged', seq: 0 }),
            kind: 'observation',
            message: `${evil} & "quoted"`,
            conjuncts: [{ text: evil, file: `${evil}.tla`, line: 2, bindings: { [evil]: evil }, note: evil }],
            possible: [evil],
            nearest: { label: evil, differences: [{ path: evil, trace: evil, specification: evil }] },
          },
        ],
      },
    ],
    suggestions: [{ type: 'once', step: evil, matched: 2, conforms: true }],
    shrunk: { shortest: true, events: [event(1, evil, [])], lines: [`{"action":"${evil}"}`] },
  },
};
