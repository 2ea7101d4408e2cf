import type { NodeLog } from './log.js';

/** What of a pino logger is used. */
interface Logger {
  child(bindings: object): Logger;
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/**
 * A node's log as lines of JSON on standard error, by pino. Written at once, so that a crash loses none.
 *
 * @param level the least level that is written
 */
export async function pinoLog(node: string, level: LogLevel): Promise<NodeLog> {
  // It takes time to load.
  if (level === 'silent') return () => {};
  const { default: pino } = await import('pino');
  const options = { level, base: { node }, timestamp: pino.stdTimeFunctions.isoTime };
  const logger: Logger = pino.pino(options, pino.destination({ dest: 2, sync: true }));
  return ({ level: at, event, fields, message }) => {
    // A line has each field once: `node` is who writes it, and another node is its peer.
    const { node: peer, ...others } = fields;
    const about = peer === undefined || peer === node ? others : { peer, ...others };
    logger[at]({ event, ...about }, message ?? event);
  };
}
