import { RuntimeError } from '../errors.js';

/**
 * What became of a file, in a sentence: `disk-full`, `read-only` or `disk-failed`.
 *
 * @param doing "written", "synced", …
 */
function diskError(path: string, doing: string, cause: unknown): RuntimeError {
  if (cause instanceof RuntimeError) return cause;
  const { code = '', message } = cause as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new RuntimeError(
      'disk-full',
      `${path} could not be ${doing}, for the disk is full (${code}): make room, and start the node again.`,
      { cause },
    );
  }
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return new RuntimeError(
      'read-only',
      `${path} could not be ${doing} (${code}): a node must be able to write its ledger. Give it a folder that it may write to.`,
      { cause },
    );
  }
  if (code === 'ENOTDIR') {
    return new RuntimeError(
      'disk-failed',
      `${path} could not be ${doing} (${code}): give a folder, and no file.`,
      {
        cause,
      },
    );
  }
  return new RuntimeError(
    'disk-failed',
    `${path} could not be ${doing} (${code === '' ? message : code}): see to the disk before the node is started again.`,
    { cause },
  );
}

/** Does something with a file; what goes wrong is said in a sentence. */
export async function attempt<T>(path: string, doing: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw diskError(path, doing, cause);
  }
}
