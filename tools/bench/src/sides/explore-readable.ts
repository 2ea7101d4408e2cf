// Explores Paxos as it is transcribed: `node explore-readable.js FILE.cfg`.
import { readFileSync } from 'node:fs';
import { Paxos } from '@synod/paxos';
import { explore, instantiate } from '@synod/spec';
import { parseConfig } from '@synod/tla';

const [, , cfg = ''] = process.argv;
const { constants } = parseConfig(readFileSync(cfg, 'utf8'), cfg);
const { graph } = explore(instantiate(Paxos, constants));
console.log(`${graph.size} states, ${graph.targets.length} steps`);
