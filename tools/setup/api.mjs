// `npm run api`: writes what each published package says to its users, by its declarations, into its `api/` folder.
// A change of it is then a change of a committed file, which a reviewer sees and a changeset describes.
// With --check nothing is written: exit code 1 when a report is not what the code has now.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import {
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
  ExtractorMessageCategory,
} from '@microsoft/api-extractor';
import { publishedPackages } from './packages.mjs';

const root = resolve(import.meta.dirname, '../..');

process.exitCode = process.argv.includes('--check') ? check() : write();

function write() {
  for (const file of staleReports()) rmSync(join(root, file));
  return tell(entryPoints().flatMap((entry) => writeReport(entry, join(root, entry.folder, 'api'))));
}

function check() {
  const folder = mkdtempSync(join(tmpdir(), 'synod-api-'));
  try {
    const wrong = entryPoints().flatMap((entry) => [
      ...writeReport(entry, folder),
      ...difference(join(entry.folder, 'api', `${entry.report}.api.md`), folder),
    ]);
    const stale = staleReports().map(
      (file) => `${file} is the report of no entry point; npm run api deletes it`,
    );
    return tell([...wrong, ...stale]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell(messages) {
  for (const message of messages) console.error(`synod: ${message}`);
  return messages.length === 0 ? 0 : 1;
}

/** Says where a committed report is not the new one: by the first line that differs. */
function difference(file, folder) {
  const committed = lines(join(root, file));
  const now = lines(join(folder, basename(file)));
  const at = now.findIndex((line, index) => line !== committed[index]);
  if (at === -1 && now.length === committed.length) return [];
  const line = at === -1 ? now.length : at;
  const has = `it has ${JSON.stringify(committed[line] ?? '')}, the code ${JSON.stringify(now[line] ?? '')}`;
  return [`${file}, line ${line + 1}, is not what the code has now: ${has}; npm run api writes it anew`];
}

function lines(path) {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
}

/** Every entry point that has types, and the report it has: `.` of tla is tla.api.md, `./node` tla-node.api.md. */
function entryPoints() {
  return publishedPackages(root).flatMap(({ folder, manifest }) =>
    Object.entries(manifest.exports)
      .filter(([, target]) => target.types !== undefined)
      .map(([name, { types }]) => ({
        folder,
        declarations: join(root, folder, types),
        report: [basename(folder), ...name.split('/').slice(1)].join('-'),
      })),
  );
}

/** Writes the report of an entry point into a folder, and answers with what is wrong with its declarations. */
function writeReport({ folder, declarations, report }, into) {
  mkdirSync(into, { recursive: true });
  const wrong = [];
  Extractor.invoke(configuration({ folder, declarations, report }, into), {
    localBuild: true,
    messageCallback(message) {
      message.handled = true;
      const told = [ExtractorLogLevel.Warning, ExtractorLogLevel.Error].includes(message.logLevel);
      // With localBuild it warns of having written a report, which is what it is for.
      if (told && message.category !== ExtractorMessageCategory.Console)
        wrong.push(message.formatMessageWithLocation(root));
    },
  });
  rmSync(join(into, 'temporary'), { recursive: true, force: true });
  return wrong;
}

function configuration({ folder, declarations, report }, into) {
  const projectFolder = join(root, folder);
  const options = {
    target: 'ES2023',
    lib: ['ES2023'],
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    strict: true,
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
    skipLibCheck: true,
  };
  return ExtractorConfig.prepare({
    packageJsonFullPath: join(projectFolder, 'package.json'),
    configObject: {
      projectFolder,
      mainEntryPointFilePath: declarations,
      newlineKind: 'lf',
      // A tsconfig of its own: API Extractor brings TypeScript 6, which need not know what tsconfig.base.json says.
      compiler: { overrideTsconfig: { compilerOptions: options } },
      apiReport: {
        enabled: true,
        reportFileName: report,
        reportFolder: into,
        reportTempFolder: join(into, 'temporary'),
        // Types that are not exported by name but that exported ones are made of: a change of them is one too.
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        extractorMessageReporting: {
          default: { logLevel: ExtractorLogLevel.Warning },
          // Everything exported is public: there are no release tags, and no underscores either.
          'ae-missing-release-tag': { logLevel: ExtractorLogLevel.None },
          'ae-forgotten-export': { logLevel: ExtractorLogLevel.None },
          'ae-undocumented': { logLevel: ExtractorLogLevel.None },
        },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
  });
}

/** Reports that no entry point has any more. */
function staleReports() {
  const wanted = new Set(entryPoints().map(({ folder, report }) => join(folder, 'api', `${report}.api.md`)));
  return publishedPackages(root)
    .flatMap(({ folder }) => reportsIn(folder).map((name) => join(folder, 'api', name)))
    .filter((file) => !wanted.has(file));
}

function reportsIn(folder) {
  const reports = join(root, folder, 'api');
  return existsSync(reports) ? readdirSync(reports) : [];
}
