/** `1,316,583`, whatever the machine's language. */
export function number(value: number): string {
  return value.toLocaleString('en-US');
}
