import type { MissingStep } from '@synod/conformance';
import { type Colours, number, shorten } from '@synod/conformance/text';

/** How many columns a line may take, and about how many lines are shown unless all are asked for. */
const [columns, mostLines] = [100, 10];

/** The shortest behaviours to steps not taken, each on as many lines as it needs. */
export function missingText(missing: readonly MissingStep[], all: boolean, colours: Colours): string {
  const lines = [colours.bold('shortest behaviours to a step of each action that was not surely taken')];
  for (const [index, step] of missing.entries()) {
    const own = behaviourLines(step, all, colours);
    if (!all && index > 0 && lines.length - 1 + own.length > mostLines) {
      lines.push(`  and ${number(missing.length - index)} more: --all shows them`);
      break;
    }
    lines.push(...own);
  }
  return lines.join('\n');
}

/** The labels with arrows between them, the last one as the step that is missing. */
function behaviourLines({ behaviour, perhaps }: MissingStep, all: boolean, colours: Colours): string[] {
  const lines: string[] = [];
  let [line, length] = ['', 0];
  for (const [index, label] of behaviour.entries()) {
    const isLast = index === behaviour.length - 1;
    const text = all ? label : shorten(label, columns - 8);
    const after = isLast ? (perhaps ? '  (perhaps taken)' : '') : ' →';
    const wide = text.length + after.length;
    if (length > 0 && length + 1 + wide > columns) {
      lines.push(line);
      [line, length] = ['', 0];
    }
    const before = length > 0 ? ' ' : lines.length === 0 ? '  ' : '    ';
    line += `${before}${isLast ? colours.bold(text) : text}${after}`;
    length += before.length + wide;
  }
  return [...lines, line];
}
