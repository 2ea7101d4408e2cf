/** Knows whether the other side of a connection is alive. */
export interface Pulse {
  /** Something came from it. */
  heard(): void;
  /** Asks, and resolves with whether anything is heard within so many milliseconds, before `stop`. */
  probe(time: number): Promise<boolean>;
  stop(): void;
}

/** How many times in a row it may be asked in vain: a process that was held up for long reads what came meanwhile late. */
const patientFor = 2;

export function pulse(
  heartbeat: number,
  { ask, dead }: { readonly ask: () => void; readonly dead: () => void },
): Pulse {
  let silent = 0;
  let probes: ((alive: boolean) => void)[] = [];
  const settle = (alive: boolean): void => {
    const settled = probes;
    probes = [];
    for (const resolve of settled) resolve(alive);
  };
  const beat = setInterval(() => {
    if (silent >= patientFor) {
      dead();
      return;
    }
    silent += 1;
    ask();
  }, heartbeat);
  return {
    heard() {
      silent = 0;
      settle(true);
    },
    probe(time) {
      return new Promise((resolve) => {
        const timer = setTimeout(() => resolve(false), time);
        probes.push((alive) => {
          clearTimeout(timer);
          resolve(alive);
        });
        ask();
      });
    },
    stop() {
      clearInterval(beat);
      settle(false);
    },
  };
}
