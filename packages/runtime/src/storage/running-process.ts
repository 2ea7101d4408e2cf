import { readFile } from 'node:fs/promises';

/** A process of this machine. Numbers are used again: `started` tells them apart, where the system says it. */
export interface RunningProcess {
  readonly pid: number;
  /** When, in ticks since the machine started, and which start of the machine; `unknown` where `/proc` is not there. */
  readonly started: string;
}

const unknown = 'unknown';

export async function thisProcess(): Promise<RunningProcess> {
  const { pid } = process;
  return { pid, started: (await look(pid))?.started ?? unknown };
}

/** Whether it has not ended. Where it cannot be told, it has not. */
export async function isRunning({ pid, started }: RunningProcess): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Of another user's, EPERM says that it is there.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const seen = await look(pid);
  if (seen === undefined || started === unknown) return true;
  return seen.started === started && !seen.ended;
}

interface Seen {
  readonly started: string;
  /** Killed, and only its parent has not asked how it ended. */
  readonly ended: boolean;
}

async function look(pid: number): Promise<Seen | undefined> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The second field is a name in brackets, which may have anything in it. Then the third, the state; the 22nd is the time.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state = '', ticks = ''] = [fields[0], fields[19]];
    return { started: `${ticks}-${boot.slice(0, 8)}`, ended: state === 'Z' || state === 'X' };
  } catch {
    return undefined;
  }
}
