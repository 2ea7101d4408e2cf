import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { graphOfEngine } from '../engine/explore-engine.js';
import { openEngine } from '../engine/open-engine.js';
import { certifyEngine } from './certify-engine.js';
import { certifyGraph } from './certify-graph.js';

const spec = (name: string): string => fileURLToPath(new URL(`../../../../specs/${name}`, import.meta.url));

describe('the certificate of a compiled specification', () => {
  it.each(['packed', 'values'] as const)('is that of its graph: %s', async (tier) => {
    const { engine } = await openEngine({ spec: spec('MCPaxosTiny.tla'), tier });
    const { graph } = graphOfEngine(engine);
    // Some steps can be taken in several ways: each is one.
    expect(certifyEngine(engine)).toEqual(certifyGraph(graph));
    expect(certifyEngine(engine).states.count).toBe(graph.size);
  });

  it('ends where there are more states than are looked for', async () => {
    const { engine } = await openEngine({ spec: spec('MCPaxosTiny.tla') });
    const whole = certifyEngine(engine).states.count;
    const found = certifyEngine(engine, { limit: 20 }).states.count;
    expect(found).toBeGreaterThan(20);
    expect(found).toBeLessThan(whole);
  });
});
