const closing: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']', '<': '>' };

/** The bracketed parts of an expression, the short ones first: what may show a difference as well as the whole. */
export function partsOf(text: string): readonly string[] {
  const parts = new Set<string>();
  for (let start = 0; start < text.length; start++) {
    const end = endOf(text, start);
    if (end === undefined) continue;
    parts.add(text.slice(start, end));
    // With the operator before it, `Cardinality({1})`, and the applications behind it, `<<1, 2>>[1]`.
    const name = /[A-Za-z]+$/u.exec(text.slice(0, start))?.[0] ?? '';
    const applied = text[end] === '[' ? endOf(text, end) : undefined;
    parts.add(text.slice(start - name.length, applied ?? end));
  }
  parts.delete(text);
  return [...parts].filter((part) => part.length > 2).toSorted((a, b) => a.length - b.length);
}

/** Where the bracket that opens here is closed. */
function endOf(text: string, start: number): number | undefined {
  const stack: string[] = [];
  for (let at = start; at < text.length; at++) {
    const char = text[at] as string;
    const double = char === '<' || char === '>';
    if (double && text[at + 1] !== char) continue;
    const close = closing[char];
    if (close !== undefined) stack.push(close);
    else if (Object.values(closing).includes(char)) {
      if (stack.pop() !== char) return undefined;
    }
    if (stack.length === 0) return at === start ? undefined : at + (double ? 2 : 1);
    if (double) at++;
  }
  return undefined;
}
