import { cpus, totalmem } from 'node:os';

/** What the figures were measured on. */
export interface Machine {
  readonly cores: number;
  readonly processor: string;
  readonly memoryBytes: number;
  readonly node: string;
}

export function thisMachine(): Machine {
  const processors = cpus();
  return {
    cores: processors.length,
    processor: processors[0]?.model.trim() ?? 'unknown',
    memoryBytes: totalmem(),
    node: process.versions.node,
  };
}

/** One line about a machine. */
export function machineText({ cores, processor, memoryBytes, node }: Machine): string {
  return `${cores} cores (${processor}), ${Math.round(memoryBytes / 2 ** 30)} GB, Node ${node}`;
}
