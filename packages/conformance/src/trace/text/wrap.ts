import { number } from './number.js';

/** How many columns a report may take: a log viewer shows as many. */
export const columns = 100;

/** A text with no more characters than this, its end left out if need be. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = Array.from(text.slice(0, 2 * most + 2));
  return characters.length <= most ? text : `${characters.slice(0, Math.max(0, most - 3)).join('')}...`;
}

/** Items with commas between, on at most so many lines; the rest is counted. */
function wrapped(items: readonly string[], indent: string, lines: number): readonly string[] {
  const result: string[] = [];
  let line = '';
  for (const [index, item] of items.entries()) {
    const text = shorten(item, columns - indent.length - 1) + (index < items.length - 1 ? ',' : '');
    if (line !== '' && indent.length + line.length + 1 + text.length > columns) {
      result.push(line);
      line = '';
      if (result.length === lines) {
        return [...result.map((full) => indent + full), `${indent}and ${items.length - index} more`];
      }
    }
    line += line === '' ? text : ` ${text}`;
  }
  return [...result, ...(line === '' ? [] : [line])].map((full) => indent + full);
}

/** Items behind a heading if they fit there, else below it with their count. */
export function listed(
  heading: string,
  items: readonly string[],
  what: string,
  lines: number,
): readonly string[] {
  const short = `  ${heading} ${items.join(', ')}`;
  if (short.length <= columns) return [short];
  const counted = `  ${heading} ${number(items.length)} ${what}${items.length === 1 ? '' : 's'}`;
  return [counted, ...wrapped(items, '      ', lines)];
}

/** The first of some lines, and a line that counts the rest. */
export function first(
  lines: readonly (readonly string[])[],
  most: number,
  indent: string,
  what: string,
): readonly string[] {
  const rest = lines.length - most;
  return [...lines.slice(0, most).flat(), ...(rest > 0 ? [`${indent}and ${rest} more ${what}`] : [])];
}
