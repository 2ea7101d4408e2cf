import { RuntimeError } from '../errors.js';

/** How much a node takes on. */
export interface NodeLimits {
  /** Characters in the name of an instance. */
  readonly instanceName: number;
  /** Bytes of a value, as UTF-8. */
  readonly value: number;
  /** Clients that wait for an answer at one time. */
  readonly clients: number;
  /** Trace files that are open at one time: the one that was used longest ago is closed for another. */
  readonly openTraces: number;
}

export const defaultNodeLimits: NodeLimits = {
  instanceName: 64,
  value: 65_536,
  clients: 10_000,
  openTraces: 200,
};

/** Whether a name can be that of an instance. Files are called by it. */
export function isInstanceName(name: string, { instanceName }: NodeLimits): boolean {
  return name.length <= instanceName && /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name);
}

/** @throws RuntimeError `bad-request` */
export function checkInstanceName(name: string, limits: NodeLimits): void {
  if (isInstanceName(name, limits)) return;
  throw new RuntimeError(
    'bad-request',
    `${JSON.stringify(name.slice(0, limits.instanceName))} cannot be the name of an instance: it may have ${limits.instanceName} letters, digits, dots, dashes and underscores, the first a letter or a digit.`,
  );
}

/** @throws RuntimeError `bad-request` */
export function checkValue(value: string, limits: NodeLimits): void {
  const length = new TextEncoder().encode(value).length;
  if (length > limits.value) {
    throw new RuntimeError(
      'bad-request',
      `the value has ${length} bytes, and may have ${limits.value}: store it elsewhere, and propose its name.`,
    );
  }
  // Half of a surrogate pair: no message could carry it.
  if (/\p{Cs}/u.test(value)) {
    throw new RuntimeError('bad-request', 'the value is not Unicode: propose a text that UTF-8 can carry.');
  }
  // In traces the model value None stands for no value.
  if (value === '' || value === 'None') {
    throw new RuntimeError(
      'bad-request',
      `${JSON.stringify(value)} cannot be proposed: it stands for no value.`,
    );
  }
}
