/** Generated code with its blocks indented. */
export function format(lines: readonly string[]): string {
  let depth = 0;
  const text = lines
    .flatMap((line) => line.split('\n'))
    .map((line) => {
      if (/^[\]})]/.test(line)) depth -= 1;
      const indented = `${'  '.repeat(Math.max(0, depth))}${line}`;
      if (/[[{(]$/.test(line)) depth += 1;
      return indented;
    })
    .join('\n');
  // A function that stands as a property begins behind its name, and a comma behind its end.
  return `${text.replace(/:\n\s*(?=\(\) => \{)/g, ': ').replace(/\}\n\s*,$/gm, '},')}\n`;
}
