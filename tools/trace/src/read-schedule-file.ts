import { readFileSync, statSync } from 'node:fs';
import { readSchedule, type Schedule, ScheduleError } from '@synod/simulator';
import { InputError, whyUnreadable } from '@synod/tla';

/** In bytes: a schedule of the most moves that are read has about so many. */
const largest = 256 * 1024 * 1024;

/**
 * The schedule that `synod simulate` or `synod story` has saved.
 *
 * @throws InputError if the file cannot be read, or is no schedule
 */
export function readScheduleFile(file: string): Schedule {
  try {
    return readSchedule(textOf(file));
  } catch (cause) {
    if (cause instanceof InputError || !(cause instanceof Error)) throw cause;
    if (cause instanceof ScheduleError) {
      const { code, line, message } = cause;
      const place = line === undefined ? { file } : { file, line };
      throw new InputError(code, message.replace(/^line \d+: /u, ''), place, { cause });
    }
    throw new InputError(
      'cannot-read',
      `the schedule cannot be read: ${whyUnreadable(cause)}`,
      { file },
      { cause },
    );
  }
}

function textOf(file: string): string {
  const found = statSync(file);
  // A device may never end.
  if (!found.isFile())
    throw new InputError('cannot-read', 'a schedule is a file, and this is none', { file });
  if (found.size > largest)
    throw new InputError('limit', `the schedule has more than ${largest} bytes`, { file });
  return readFileSync(file, 'utf8');
}
