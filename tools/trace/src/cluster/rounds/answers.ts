/** What clients were answered, of each instance: the first answer binds all that come after it. */
export interface Answers {
  /** @returns a sentence if it contradicts what somebody was told before, or nobody proposed the value */
  told(instance: string, val: string | undefined, who: string): string | undefined;
  proposed(instance: string, value: string): void;
  readonly count: number;
  /** Of an instance, what was answered. */
  of(instance: string): string | undefined;
}

export function answers(): Answers {
  const first = new Map<string, { readonly val: string; readonly who: string }>();
  const values = new Map<string, Set<string>>();
  let count = 0;
  return {
    proposed(instance, value) {
      values.set(instance, new Set(values.get(instance)).add(value));
    },
    told(instance, val, who) {
      count += 1;
      const before = first.get(instance);
      if (val === undefined) {
        if (before === undefined) return undefined;
        return `${instance}: ${before.who} said that "${before.val}" is chosen, and later ${who} knew of none`;
      }
      if (values.get(instance)?.has(val) !== true)
        return `${instance}: ${who} said "${val}", which nobody proposed`;
      if (before === undefined) first.set(instance, { val, who });
      else if (before.val !== val)
        return `${instance}: ${before.who} said that "${before.val}" is chosen, and later ${who} said "${val}"`;
      return undefined;
    },
    of: (instance) => first.get(instance)?.val,
    get count() {
      return count;
    },
  };
}
