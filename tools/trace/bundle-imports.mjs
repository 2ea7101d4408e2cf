// What is imported by name from @synod/conformance is imported from the files that define it. It holds what all commands do;
// through its entry point, each would load what any of them needs, such as zod.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const namespace = 'names';

/** Replaces these imports, `import` and `await import` alike. Texts are as the compiler of TypeScript writes them. */
export function withoutEntryPoint({ onResolve, onLoad, find }) {
  const known = new Map();

  /** The files that define what an entry point exports. */
  async function sources(specifier, resolveDir) {
    const { path } = await find(specifier, { kind: 'import-statement', resolveDir });
    if (!known.has(path)) {
      const statements = readFileSync(path, 'utf8').matchAll(/^export \{([^}]*)\} from '(.*)';$/gm);
      const files = Array.from(statements, ([, names, file]) =>
        split(names).map((name) => [name, resolve(dirname(path), file)]),
      );
      known.set(path, new Map(files.flat()));
    }
    return known.get(path);
  }

  /** What `keyword { names } from 'specifier'` says, in a statement for each name. */
  async function each(keyword, names, specifier, resolveDir) {
    const files = await sources(specifier, resolveDir);
    return split(names)
      .map((name) => `${keyword} { ${name} } from '${files.get(name.split(' as ')[0]) ?? specifier}';`)
      .join(' ');
  }

  // `await import` gives a module, and one of these names alone is made for it.
  onResolve({ filter: /^names:/ }, ({ path, resolveDir }) => ({ path, namespace, pluginData: resolveDir }));
  onLoad({ filter: /^names:/, namespace }, async ({ path, pluginData: resolveDir }) => {
    const [, names, specifier] = /^names:(.*) of (.*)$/.exec(path);
    return { contents: await each('export', names, specifier, resolveDir), resolveDir };
  });

  return async (text, path) => {
    let replaced = text.replace(
      /const \{([^}]*)\} = await import\('(@synod\/conformance)'\)/g,
      (_, names, specifier) => `const {${names}} = await import('names:${split(names)} of ${specifier}')`,
    );
    const imports = text.matchAll(/^import \{([^}]*)\} from '(@synod\/conformance(?:\/.*)?)';$/gm);
    for (const [statement, names, specifier] of imports) {
      replaced = replaced.replace(statement, await each('import', names, specifier, dirname(path)));
    }
    return replaced;
  };
}

function split(names) {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
