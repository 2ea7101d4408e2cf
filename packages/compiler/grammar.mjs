// Puts the grammar of TLA+ into dist/. The package that has it is no dependency of ours at run time: installing it builds
// a native module and, for its peer, fetches a program, which nobody needs who only parses with the wasm.
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const wasm = fileURLToPath(import.meta.resolve('@tlaplus/tree-sitter-tlaplus/tree-sitter-tlaplus.wasm'));
const grammar = join(import.meta.dirname, 'dist', 'grammar');
mkdirSync(grammar, { recursive: true });
copyFileSync(wasm, join(grammar, 'tree-sitter-tlaplus.wasm'));
// Not as LICENSE: pnpm would take it for the package's own.
copyFileSync(join(dirname(wasm), 'LICENSE'), join(grammar, 'tree-sitter-tlaplus.txt'));
