import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { synod, synodWith, withProject } from './synod.js';

const slow = { timeout: 120_000 };

describe('synod certificate', () => {
  it('finds the code as certified', slow, () => {
    const { status, stdout, stderr } = synod(['certificate', 'MCPaxosWeighted']);
    expect(status, stderr).toBe(0);
    expect(stdout).toBe('MCPaxosWeighted: 52,001 states, as certified\n');
  });

  it('tells a code that has other states', slow, () => {
    const change = { package: 'paxos', file: 'Phase2b.js', from: 'm.bal >= at(', to: 'm.bal > at(' };
    const { status, stdout } = synodWith(change, ['certificate', 'MCPaxosWeighted']);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^MCPaxosWeighted: the code has [\d]+ states, where the certificate has 52001/);
    // The text is compiled by itself: it has nothing of the code's mistakes.
    expect(stdout).not.toMatch(/the compiled text has/);
  });

  it('tells a certificate of another content, and one of an older specification', slow, () => {
    withProject((project) => {
      const file = join(project, 'traces/tlc/MCPaxosWeighted/certificate.json');
      const text = readFileSync(file, 'utf8');
      const certificate = JSON.parse(text) as { steps: { digest: string } };
      const other = certificate.steps.digest.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
      writeFileSync(file, text.replace(certificate.steps.digest, other));
      const damaged = synod(['--project', project, 'certificate', 'MCPaxosWeighted']);
      expect(damaged.status).toBe(1);
      expect(damaged.stdout).toMatch(
        /the code has other steps than the certificate.*; the compiled text has other steps/,
      );

      writeFileSync(file, text.slice(0, 200));
      const cut = synod(['--project', project, 'certificate', 'MCPaxosWeighted']);
      expect(cut.status).toBe(2);
      expect(cut.stderr).toMatch(/certificate\.json: is not JSON/);

      writeFileSync(file, text);
      const cfg = join(project, 'specs/MCPaxosWeighted.cfg');
      writeFileSync(cfg, `${readFileSync(cfg, 'utf8')}\n`);
      const stale = synod(['--project', project, 'certificate', 'MCPaxosWeighted']);
      expect(stale.status).toBe(2);
      expect(stale.stderr).toMatch(/MCPaxosWeighted\.cfg: has changed since the certificate/);
    });
  });
});
