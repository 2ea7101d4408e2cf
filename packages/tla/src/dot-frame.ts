import { InputError } from './error.js';

/** The lines around the statements of a graph, in their order. */
export interface DotFrame {
  /** Whether a line is a statement. What is none must be a part of the frame that may stand there. */
  isStatement(text: string, start: number, end: number, line: number): boolean;
  /** Whether statements may stand in the next line. */
  inBody(): boolean;
  /** Says of a line that it was a statement, which somebody else has seen. */
  passed(line: number): void;
  /** Fails if the frame is not closed. */
  finish(): void;
  /** Which TLC writes such a frame. */
  writer(): '1.7' | 'head';
}

type Stage = 'first' | 'head' | 'body' | 'closing' | 'legend' | 'end';

const opening = /^(?:strict )?digraph DiskGraph \{$/;
const headLine =
  /^(?:node \[[^\]]*\]|edge \[[^\]]*\]|nodesep=[\d.]+;|subgraph cluster_graph \{|color="white";)$/;
const rankLine = /^\{rank = same; [-\d;]*\}$/;
const legendStart = /^subgraph cluster_legend \{.*$/;
const legendLine = /^(?:node \[.*\]|\S+ \[label="[^"]*",fillcolor=\d+\])$/;

/** The frame of one file. */
export function dotFrame(file: string | undefined): DotFrame {
  let stage: Stage = 'first';
  let writer: '1.7' | 'head' = '1.7';
  let lastLine = 0;
  const fail = (line: number, expected: string): never => {
    throw new InputError('dot-syntax', `Expected ${expected}.`, { file, line });
  };
  const frameLine = (text: string, line: number): void => {
    if (stage === 'first') {
      if (!opening.test(text)) {
        const message = 'This is no graph that TLC wrote with -dump dot: its first line is another.';
        throw new InputError('dot-foreign', message, { file, line });
      }
      stage = 'head';
    } else if (stage === 'head') {
      if (!headLine.test(text)) fail(line, 'the head of a graph, as TLC writes it');
      if (text.startsWith('node ')) writer = 'head';
      if (text === 'color="white";') stage = 'body';
    } else if (stage === 'closing') {
      if (text === '}') stage = 'end';
      else if (legendStart.test(text)) stage = 'legend';
      else fail(line, '"}", behind which the graph ends');
    } else if (stage === 'legend') {
      if (text === '}}') stage = 'end';
      else if (!legendLine.test(text)) fail(line, 'a line of the legend');
    } else if (text !== '') fail(line, 'nothing more: the graph has ended');
  };
  return {
    isStatement(text, start, end, line) {
      lastLine = line;
      if (stage === 'body') {
        const c = text.charCodeAt(start);
        if (c === 125 && end === start + 1) stage = 'closing';
        else if (c !== 123) return true;
        else if (!rankLine.test(text.slice(start, end))) fail(line, 'a line that gives states one rank');
        return false;
      }
      frameLine(text.slice(start, end), line);
      return false;
    },
    inBody: () => stage === 'body',
    passed(line) {
      lastLine = line;
    },
    finish() {
      if (stage === 'end') return;
      const message = 'The graph is not closed: TLC was stopped, or the file was cut. Export again.';
      throw new InputError('dot-incomplete', message, { file, line: lastLine });
    },
    writer: () => writer,
  };
}
