export type { Answer, Client } from './client/client.js';
export { connect } from './client/connect.js';
export type { ConnectOptions } from './client/connect-options.js';
export type { ClientRequest, ClientResponse, NodeStatus } from './client/request.js';
export type { Configuration } from './config/configuration.js';
export { parseAddress } from './config/parse-address.js';
export { parseConfiguration, readConfiguration } from './config/read-configuration.js';
export { RuntimeError } from './errors.js';
export { fileTraces } from './node/file-traces.js';
export { defaultNodeLimits, type NodeLimits } from './node/limits.js';
export type { NodeLog, NodeLogLine } from './node/log.js';
export { makeFolder } from './node/make-folder.js';
export { type NodeMetrics, noMetrics } from './node/metrics.js';
export type { Moment } from './node/moment.js';
export { type LogLevel, pinoLog } from './node/pino-log.js';
export { type Prometheus, prometheus } from './node/prometheus.js';
export { type NodeOptions, type RunningNode, startNode } from './node/start-node.js';
export { systemTimers, type Timers } from './node/timers.js';
export type { TraceStore } from './node/trace-store.js';
export type { Disk, DiskFile } from './storage/disk.js';
export type { DiskLedger } from './storage/disk-ledger.js';
export type { Ledger, LedgerEntry } from './storage/ledger.js';
export {
  type CrashOptions,
  type DiskOperation,
  type MemoryDisk,
  type MemoryDiskOptions,
  memoryDisk,
} from './storage/memory-disk.js';
export { type LedgerOptions, ledgerFile, openLedger } from './storage/open-ledger.js';
export { readLedgerIn } from './storage/read-ledger-in.js';
export { type Address, addressText } from './transport/address.js';
export { shortDigest } from './transport/cluster-digest.js';
export { defaultLimits, type Limits } from './transport/limits.js';
export type { Log, LogLine } from './transport/log-line.js';
export {
  type MemoryNetwork,
  type MemoryNetworkOptions,
  memoryNetwork,
} from './transport/memory/memory-network.js';
export type { DropReason, RefusalReason, Statistics } from './transport/statistics.js';
export type { TcpOptions } from './transport/tcp/options.js';
export { type TcpTransport, tcpTransport } from './transport/tcp/tcp-transport.js';
export type { AnswerRequest, Envelope, Transport } from './transport/transport.js';
export { nameProblem } from './transport/wire/shape.js';
