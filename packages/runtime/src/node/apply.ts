import {
  actionEvent,
  type Cluster,
  type Effect,
  learnedEvent,
  type NodeId,
  type Released,
} from '@synod/roles';
import type { Transport } from '../transport/transport.js';
import type { Instance } from './instance.js';
import type { NodeLog } from './log.js';
import type { NodeMetrics } from './metrics.js';
import type { Moment } from './moment.js';
import type { OpenTraces } from './open-traces.js';
import type { Timers } from './timers.js';
import { actionWords, learnedWords } from './words.js';

/** What effects take place in. */
export interface Surroundings {
  readonly id: NodeId;
  readonly cluster: Cluster;
  readonly transport: Transport;
  /** Nothing where no trace is written. */
  readonly traces: OpenTraces | undefined;
  readonly timers: Timers;
  readonly log: NodeLog;
  readonly metrics: NodeMetrics;
  readonly reached: (moment: Moment) => void;
  /** Gives a role its timer. */
  readonly fire: (instance: Instance, timer: (Effect & { readonly type: 'timer' })['timer']) => void;
}

/**
 * Lets effects take place whose records are durable: all of them first in the traces, and these handed to the operating system;
 * then messages are sent, timers set and clients answered.
 */
export function apply(around: Surroundings, released: readonly Released<Instance>[]): void {
  if (record(around, released)) around.reached('trace');
  for (const { of, effect } of released) take(around, of, effect);
}

/** Milliseconds that the traces may take before the log says that everything waits for them. */
const slowTraces = 100;

function record({ traces, log }: Surroundings, released: readonly Released<Instance>[]): boolean {
  const written = new Set<string>();
  for (const { of, effect } of released) {
    if (effect.type !== 'action' && effect.type !== 'learned') continue;
    traces?.of(of.name).record(effect.type === 'action' ? actionEvent(effect) : learnedEvent(effect.val));
    written.add(of.name);
  }
  const began = performance.now();
  for (const name of written) traces?.of(name).flush();
  const milliseconds = Math.round(performance.now() - began);
  if (milliseconds > slowTraces) log({ level: 'warn', event: 'slow-traces', fields: { milliseconds } });
  return written.size > 0;
}

function take(around: Surroundings, instance: Instance, effect: Released<Instance>['effect']): void {
  const { id, cluster, metrics, log } = around;
  switch (effect.type) {
    case 'action':
      metrics.action(effect.action);
      return log(line(instance, effect.action, actionWords(id, cluster, effect)));
    case 'send':
      return send(around, instance, effect);
    case 'timer': {
      const { timer, delay } = effect;
      instance.timers.get(timer.of)?.();
      instance.timers.set(
        timer.of,
        around.timers.after(delay, () => around.fire(instance, timer)),
      );
      return;
    }
    case 'learned':
      metrics.decided();
      log(line(instance, 'learned', learnedWords(id, effect.val)));
      return finish(instance, effect.val);
    case 'undecided':
      log(line(instance, 'undecided', `${id} knows that nothing was chosen below ballot ${effect.bal}`));
      return instance.clients?.none();
  }
}

function send(
  { traces, transport, metrics, reached }: Surroundings,
  { name: instance }: Instance,
  { to, message }: Effect & { readonly type: 'send' },
): void {
  const clock = traces?.of(instance).stamp();
  transport.send(to, { instance, message, ...(clock === undefined ? {} : { clock }) });
  metrics.message('sent', message.type);
  if (message.type === 'rejected') metrics.rejection();
  reached('send');
}

/** Nothing is waited for any more in an instance whose value is known. */
function finish(instance: Instance, val: string): void {
  instance.known = val;
  for (const cancel of instance.timers.values()) cancel();
  instance.timers.clear();
  instance.clients?.chosen(val);
  instance.clients = undefined;
}

function line(instance: Instance, event: string, message: string): Parameters<NodeLog>[0] {
  return { level: 'debug', event, fields: { instance: instance.name }, message };
}
