import { stories } from '@synod/simulator';

/** The stories, a line each. */
export function listText(): string {
  const width = Math.max(...stories.map(({ name }) => name.length));
  const lines = stories.map(({ name, summary }) => `${name.padEnd(width)}  ${summary}`);
  return `${[...lines, '', '"synod story NAME" tells one.'].join('\n')}\n`;
}
