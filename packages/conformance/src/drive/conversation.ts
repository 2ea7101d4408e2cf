import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { InputError, type Json } from '@synod/tla';

/** How a process is talked to. */
export interface ConversationOptions {
  /** How long it may take to answer, in seconds (default: 10). */
  readonly timeout?: number;
  /** The folder it runs in. */
  readonly cwd?: string;
}

/** A process that answers each line with a line. */
export interface Conversation {
  /** Whether the process has ended, or was ended because it did not answer. */
  readonly ended: boolean;
  /**
   * Asks, and waits for the answer. One question at a time.
   *
   * @throws InputError if the process cannot be run or its answer is no line of JSON; Error if it ends, or is silent,
   *   after it has answered before
   */
  ask(question: Json): Promise<Json>;
  /** Ends the process, and waits until it has. */
  close(): Promise<void>;
}

/** No answer is longer, in characters. */
const longestAnswer = 16_000_000;
/** How long a process may take to end by itself when nothing more is asked, in milliseconds. */
const grace = 500;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

interface Waiting {
  resolve(answer: Json): void;
  reject(error: Error): void;
}

/** Starts a process, which is killed when this one ends, however it does. Its standard error goes where ours goes. */
export function conversation(
  command: string,
  args: readonly string[],
  { timeout = 10, cwd }: ConversationOptions = {},
): Conversation {
  const child = spawn(command, args, {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(cwd === undefined ? {} : { cwd }),
  });
  const forget = killWithUs(child);
  let waiting: Waiting | undefined;
  let over: Error | undefined;
  let answered = false;

  const stop = (error: Error): void => {
    over ??= error;
    child.kill('SIGKILL');
    waiting?.reject(over);
  };
  // Before it has ever answered, it is likely to be no such implementation at all.
  const failure = (what: string): Error => (answered ? new Error(what) : wrong(`${what} ${expected}`));
  const receive = (line: string): void => {
    if (waiting === undefined)
      return stop(wrong(`${command} wrote a line that nothing was asked for: ${brief(line)}`));
    try {
      const answer = JSON.parse(line) as Json;
      answered = true;
      const asked = waiting;
      waiting = undefined;
      asked.resolve(answer);
    } catch {
      stop(wrong(`${command} answered ${brief(line)}, which is not JSON. ${expected}`));
    }
  };
  listen(child, {
    line: (line) => over === undefined && line.trim() !== '' && receive(line),
    tooLong: () => stop(wrong(`${command} answers with more than ${longestAnswer} characters in a line.`)),
    notRun: (why) => stop(wrong(`${command} cannot be run: ${why}`)),
    end: (how) => {
      forget();
      stop(failure(`${command} ended with ${how} instead of answering.`));
    },
  });

  return {
    get ended() {
      return over !== undefined;
    },
    ask(question) {
      if (over !== undefined) return Promise.reject(over);
      const text = JSON.stringify(question);
      const silent = `${command} did not answer ${brief(text)} within ${timeout} s.`;
      const timer = setTimeout(() => stop(failure(silent)), timeout * 1000);
      const answer = new Promise<Json>((resolve, reject) => {
        waiting = { resolve, reject };
      });
      child.stdin.write(`${text}\n`);
      return answer.finally(() => clearTimeout(timer));
    },
    async close() {
      over ??= new Error(`${command} was ended.`);
      await ended(child);
      forget();
    },
  };
}

interface Listener {
  line(line: string): void;
  tooLong(): void;
  notRun(why: string): void;
  end(how: string): void;
}

function listen(child: ChildProcessByStdio<Writable, Readable, null>, listener: Listener): void {
  const read = lineReader(
    (line) => listener.line(line),
    () => listener.tooLong(),
  );
  child.stdout.setEncoding('utf8').on('data', read);
  // What cannot be written any more is told of by its end.
  child.stdin.on('error', () => {});
  child.on('error', ({ message }) => listener.notRun(message));
  // Not `exit`: what it wrote before is read first.
  child.on('close', (code, signal) => listener.end(signal ?? `exit code ${code}`));
}

/** Lets a process end by itself, as nothing more is asked, and kills it if it does not. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.stdin?.end();
  const timer = setTimeout(() => child.kill('SIGKILL'), grace);
  await closed;
  clearTimeout(timer);
}

/** Takes text as it comes, and gives whole lines. */
function lineReader(onLine: (line: string) => void, onTooLong: () => void): (text: string) => void {
  let parts: string[] = [];
  let length = 0;
  return (text) => {
    const [first = '', ...rest] = text.split('\n');
    parts.push(first);
    length += first.length;
    for (const next of rest) {
      onLine(parts.join(''));
      [parts, length] = [[next], next.length];
    }
    if (length <= longestAnswer) return;
    [parts, length] = [[], 0];
    onTooLong();
  };
}

const expected =
  'Expected is a program that answers each line of JSON on its standard input with one on its standard output, such as {"ok":true}, and writes nothing else there.';

function wrong(message: string): InputError {
  return new InputError('process', message);
}

/** A line as it may stand in a message. */
export function brief(line: string): string {
  return line.length > 100 ? `${line.slice(0, 100)}…` : line;
}

/** A signal ends us without an `exit`, so it is caught, and sent again when the child is gone. @returns what undoes it */
function killWithUs(child: ChildProcess): () => void {
  const kill = (): void => void child.kill('SIGKILL');
  const onSignal = (signal: NodeJS.Signals): void => {
    kill();
    forget();
    process.kill(process.pid, signal);
  };
  const forget = (): void => {
    process.off('exit', kill);
    for (const signal of signals) process.off(signal, onSignal);
  };
  process.on('exit', kill);
  for (const signal of signals) process.on(signal, onSignal);
  return forget;
}
