import { describe, InputError } from '@synod/tla';
import type { NodeCommandOptions } from '../node/options.js';
import { runNode } from '../node/run-node.js';

// `synod node` without the rest of the command line, which takes longer to load than a node to start. Its only argument is the
// options as JSON.
try {
  process.exitCode = await runNode(JSON.parse(process.argv[2] ?? '') as NodeCommandOptions);
} catch (error) {
  console.error(error instanceof InputError ? `synod: ${describe(error)}` : error);
  process.exitCode = 2;
}
