// What a file finds by its own URL, it finds there still when it is bundled.
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/**
 * Replaces `import.meta.url` by the URL of the compiled file, wherever its package is installed; and the URL of what is bundled
 * itself by where that is.
 *
 * @param entries what is bundled and has a URL: names in the bundle, and files relative to the workspace
 * @param dependencies packages that the bundle can find
 */
export function withUrls({ workspace, bundle, entries, dependencies }) {
  const names = new Map(Object.entries(entries).map(([name, file]) => [resolve(workspace, file), name]));
  const pattern = /new URL\((['"])(\.[^'"]+)\1, import\.meta\.url\)|import\.meta\.url/g;

  function urlOf(file) {
    const [, folder, inPackage] = /^((?:packages|tools)\/[^/]+)\/(.*)$/.exec(relative(workspace, file));
    if (join(workspace, folder) === import.meta.dirname) return ['import.meta.url', relative(bundle, file)];
    const { name } = JSON.parse(readFileSync(join(workspace, folder, 'package.json'), 'utf8'));
    if (!Object.hasOwn(dependencies, name)) {
      throw new Error(
        `${file} asks for its URL: name ${name} in the dependencies of tools/trace/package.json`,
      );
    }
    return [`import.meta.resolve('${name}/package.json')`, inPackage];
  }

  return (text, path) =>
    text.replace(pattern, (_, __, to) => {
      const file = to === undefined ? path : resolve(dirname(path), to);
      const name = names.get(file);
      const [base, from] = name === undefined ? urlOf(file) : ['import.meta.url', `${name}.js`];
      return `new URL('./${from}', ${base})${to === undefined ? '.href' : ''}`;
    });
}
