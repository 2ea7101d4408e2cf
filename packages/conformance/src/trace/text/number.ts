/** `1,316,583`, whatever the machine's language. */
export function number(value: number): string {
  if (!Number.isSafeInteger(value)) return value.toLocaleString('en-US');
  // To load what toLocaleString knows takes longer than to judge a short trace.
  return String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
