// Reads an export of TLC, or a state graph, whole: `node read-graph.js FILE`.
import { openGraph } from '@synod/conformance';

const [, , file = ''] = process.argv;
const { graph } = await openGraph(file);
console.log(`${graph.size} states, ${graph.targets.length} steps`);
