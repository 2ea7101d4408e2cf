import { isAbsolute, relative } from 'node:path';
import { standardInput, type TraceReport } from '@synod/conformance';
import {
  divergencePlace,
  firstMismatch,
  headline,
  kinds,
  mismatchText,
  type ReportPlace,
  remediesText,
  specText,
  visible,
} from '@synod/conformance/text';
import pc from 'picocolors';
import { reasonLine, warningLines } from './warnings.js';

const plain = pc.createColors(false);

/**
 * Workflow commands of GitHub Actions, one a line, which show a divergence, what could not be told and each warning at
 * its file and line.
 *
 * @param folder the files are named relative to it
 */
export function annotations(
  reports: readonly TraceReport[],
  folder: string = process.cwd(),
): readonly string[] {
  return reports
    .map((report) => visible(report))
    .flatMap((report) => [
      ...divergenceAnnotation(report, folder),
      ...reasonAnnotation(report, folder),
      ...warningLines(report).map((line) =>
        command('warning', fileOf(report), `${specText(report)}: not all could be compared`, line, folder),
      ),
    ]);
}

function divergenceAnnotation(report: TraceReport, folder: string): readonly string[] {
  const message = headline(report);
  if (message === undefined) return [];
  const { divergence } = report;
  const mismatch = divergence && firstMismatch(divergence)?.mismatch;
  const place = divergence === undefined ? fileOf(report) : divergencePlace(divergence);
  const title = `${specText(report)}: ${mismatch === undefined ? 'diverges' : kinds[mismatch.kind]}`;
  const why = mismatch === undefined ? [] : mismatchText(mismatch, plain);
  const text = [message, ...why, ...remediesText(report, plain)].join('\n');
  return [command('error', place, title, text, folder)];
}

function reasonAnnotation(report: TraceReport, folder: string): readonly string[] {
  const reason = reasonLine(report);
  if (reason === undefined) return [];
  return [command('error', fileOf(report), `${specText(report)}: could not tell`, reason, folder)];
}

function fileOf({ files }: TraceReport): ReportPlace {
  const [file] = files;
  return file === undefined ? {} : { file };
}

/** `::error file=trace.ndjson,line=7,title=…::message`. */
function command(
  level: 'error' | 'warning',
  { file, line }: ReportPlace,
  title: string,
  message: string,
  folder: string,
): string {
  // Standard input is no file that could be shown.
  const isFile = file !== undefined && file !== '-' && file !== standardInput;
  const properties = [
    ...(isFile ? [`file=${property(inFolder(file, folder))}`] : []),
    ...(isFile && line !== undefined ? [`line=${line}`] : []),
    `title=${property(title)}`,
  ];
  return `::${level} ${properties.join(',')}::${data(message)}`;
}

function inFolder(file: string, folder: string): string {
  if (!isAbsolute(file)) return file;
  const path = relative(folder, file);
  return path.startsWith('..') ? file : path;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
