import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Manifest, manifestText } from '../src/node/export/manifest.js';

export const steps = 'strict digraph DiskGraph {\n}\n'.repeat(100);
export const states = '<<"S", <<1>>>>\n';
const moduleText = '---- MODULE M ----\n====\n';

/** The manifest of {@link writeExport}. */
export const manifest: Manifest = {
  format: 1,
  model: 'M',
  module: 'S',
  tlc: { version: 'TLC2 Version 2.18 of 20 March 2023', jar: sha256('jar'), origin: 'tla2tools v1.7.4' },
  sources: { 'M.cfg': sha256('INIT Init'), 'M.tla': sha256(moduleText) },
  commands: ['java -cp tla2tools.jar tlc2.TLC M'],
  checked: { invariants: ['Inv'], properties: [] },
  counts: { distinct: 1, generated: 1, depth: 1 },
  variables: ['x'],
  operators: [{ name: 'V!SafeAt', formals: [{ name: 'b', constant: 'Ballot' }] }],
  labels: [{ label: 'Go_1', action: 'Go', parameters: ['1'] }],
  files: {
    'steps.dot': { sha256: sha256(steps), bytes: steps.length },
    'states.txt': { sha256: sha256(states), bytes: states.length },
  },
};

/** Writes an export and its specification into two folders of that folder. */
export function writeExport(folder: string): { readonly folder: string; readonly specs: string } {
  const places = { folder: join(folder, 'export'), specs: join(folder, 'specs') };
  mkdirSync(places.folder);
  mkdirSync(places.specs);
  writeFileSync(join(places.folder, 'steps.dot.gz'), gzipSync(steps));
  writeFileSync(join(places.folder, 'states.txt.gz'), gzipSync(states));
  writeFileSync(join(places.folder, 'manifest.json'), manifestText(manifest));
  writeFileSync(join(places.specs, 'M.tla'), moduleText);
  writeFileSync(join(places.specs, 'M.cfg'), 'INIT Init');
  return places;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
