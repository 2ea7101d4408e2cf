/** A clock that runs out once. */
export interface Patience {
  /** Starts it, unless it runs. */
  start(): void;
  stop(): void;
}

export function patience(time: number, onOut: () => void): Patience {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    start() {
      timer ??= setTimeout(onOut, time);
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
