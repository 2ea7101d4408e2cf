/** One thing that TLC says. With `-tool` it comes with TLC's code for it; without, the kind is told by its words. */
export interface TlcMessage {
  readonly kind: 'information' | 'error' | 'state';
  /** One or more lines, without `Error: ` and the like, and without blank lines around it. */
  readonly text: string;
}

/** Takes TLC's output line by line. */
export interface LineReader {
  readonly line: (text: string) => void;
  /** After the last line. */
  readonly end: () => void;
}

interface Frame {
  readonly severity: number;
  readonly lines: string[];
}

const start = /^(.*)@!@!@STARTMSG -?\d+:(\d+) @!@!@$/;
const end = /^@!@!@ENDMSG -?\d+ @!@!@$/;
const errorSeverities = new Set([1, 2]);
const stateSeverity = 4;

/**
 * Reads what TLC prints, with `-tool` or without, and gives its messages one by one. With `-tool`, messages are
 * framed by lines of their own, and one may stand inside another: it is part of the outer one's text then.
 */
export function messageReader(emit: (message: TlcMessage) => void): LineReader {
  const frames: Frame[] = [];
  const plain = plainReader(emit);

  function finish(frame: Frame): void {
    const text = frame.lines.join('\n').trim();
    const outer = frames.at(-1);
    if (outer !== undefined) {
      outer.lines.push(text);
      return;
    }
    if (frame.severity === stateSeverity) emit({ kind: 'state', text });
    else if (errorSeverities.has(frame.severity)) emitError(text, emit);
    else emit({ kind: 'information', text });
  }

  return {
    line(text) {
      const opening = start.exec(text);
      const frame = frames.at(-1);
      if (opening !== null) {
        plain.end();
        // What precedes a frame on its line ("Exception in thread …: ", ": ") leads into its text.
        frames.push({ severity: Number(opening[2]), lines: opening[1] === '' ? [] : [opening[1] as string] });
      } else if (frame === undefined) plain.line(text);
      else if (end.test(text)) {
        frames.pop();
        const [first, second, ...rest] = frame.lines;
        const led = first?.endsWith(': ') === true && second !== undefined;
        finish(led ? { ...frame, lines: [first + second, ...rest] } : frame);
      } else frame.lines.push(text);
    },
    end() {
      plain.end();
    },
  };
}

const parserStart = /^(\*\*\*Parse Error\*\*\*|Semantic errors:|Lexical error |Fatal errors while parsing)/;
const parserEnd = /^(Starting\.\.\.|Parsing file |Semantic processing )/;
const ordinary = /^(State \d+: |Back to state |Progress\(|Finished |Starting\.\.\.|[\d,]+ states? generated)/;
const backToState = /^Back to state (\d+): /;

type Block = { readonly kind: 'error' | 'parser' | 'state'; readonly lines: string[] };

/** Without `-tool`, a message that takes several lines ends at a blank line or where another begins. */
function plainReader(emit: (message: TlcMessage) => void): LineReader {
  let block: Block | undefined;

  function close(): void {
    if (block === undefined) return;
    const text = block.lines.join('\n').trim();
    if (block.kind === 'state') emit({ kind: 'state', text });
    else emitError(text, emit);
    block = undefined;
  }

  function continues(text: string): boolean {
    if (block === undefined || text.startsWith('Error: ')) return false;
    if (block.kind === 'parser') return !parserEnd.test(text);
    return text.trim() !== '' && !ordinary.test(text);
  }

  return {
    line(text) {
      if (block !== undefined && continues(text)) {
        if (text.trim() !== '') block.lines.push(text);
        return;
      }
      close();
      if (text.startsWith('Error: ')) block = { kind: 'error', lines: [text.replace(/^(Error: )+/, '')] };
      else if (text.startsWith('Exception in thread ')) block = { kind: 'error', lines: [text] };
      else if (parserStart.test(text)) block = { kind: 'parser', lines: [text] };
      else if (/^State \d+: /.test(text)) block = { kind: 'state', lines: [text.slice('State '.length)] };
      else if (backToState.test(text)) {
        block = { kind: 'state', lines: [text.replace(backToState, '$1: Back to state: ')] };
      } else if (text.trim() !== '') emit({ kind: 'information', text });
    },
    end: close,
  };
}

const heading = /^The (behavior up to this point is|following behavior constitutes a counter-example):$/;

/** A heading of a trace is framed as an error by TLC, and is none. */
function emitError(text: string, emit: (message: TlcMessage) => void): void {
  emit({ kind: heading.test(text) ? 'information' : 'error', text });
}
