import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type Run, synod } from '../synod.js';

/** A lift between floors, with a door: what people write when they begin. */
const module = `---- MODULE Lift ----
EXTENDS Naturals
CONSTANTS Floors, Top
ASSUME TopIsAFloor == Top \\in Nat
VARIABLES floor, open
vars == <<floor, open>>
Init == floor = 0 /\\ open = FALSE
Up == /\\ ~ open
      /\\ floor < Top
      /\\ floor' = floor + 1
      /\\ open' = open
Down == ~ open /\\ floor > 0 /\\ floor' = floor - 1 /\\ open' = open
Door == open' = ~ open /\\ floor' = floor
Next == Up \\/ Down \\/ Door
Spec == Init /\\ [][Next]_vars
Fall == open /\\ floor > 0 /\\ floor' = 0 /\\ open' = open
BadSpec == Init /\\ [][Next \\/ Fall]_vars
OnlyUp == Init /\\ [][Up]_vars
Endless == Init /\\ [][floor' = floor + 1 /\\ open' = open]_vars
Past == Init /\\ [][floor' = (0 :> 1)[floor] /\\ open' = open]_vars
NotHigh == /\\ floor >= 0
           /\\ open => floor < 2
====
`;

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'synod-explore-'));
const file = join(folder, 'Lift.tla');
writeFileSync(file, module.replace('EXTENDS Naturals', 'EXTENDS Naturals, TLC'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Explores the lift under a cfg, as somebody would. */
export function lift(cfg: string, ...options: readonly string[]): Run {
  const config = join(folder, 'a.cfg');
  writeFileSync(config, cfg.includes('Top') ? cfg : `CONSTANTS Floors = {f1, f2, f3} Top = 3\n${cfg}`);
  return synod(['explore', file, '--config', config, ...options]);
}

export { file as liftFile };
