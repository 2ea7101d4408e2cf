/** How much is taken from others, in bytes where nothing else is said, and how long is waited for them, in milliseconds. */
export interface Limits {
  /** Of a frame, without the four bytes of its length. */
  readonly frame: number;
  /** Of the frames that wait for one connection; on a client's, of answers it does not read. */
  readonly queue: number;
  /** How many connections others may have to this node at once. */
  readonly connections: number;
  /** How many requests of one client may be under way. */
  readonly requests: number;
  /** Until a hello, and until a frame that has begun, must be complete; and until a connection must be made. */
  readonly patience: number;
  /** How often a connection between nodes is tried; one that was silent all the while is closed. */
  readonly heartbeat: number;
  /** Between two attempts to reach a node: by chance, and longer with every one that failed. */
  readonly backoff: { readonly least: number; readonly most: number };
}

export const defaultLimits: Limits = {
  frame: 1_048_576,
  queue: 8_388_608,
  connections: 1000,
  requests: 1000,
  patience: 5000,
  heartbeat: 2000,
  backoff: { least: 20, most: 2000 },
};

/** Of a hello, in bytes: whoever has not said who they are may not send more. */
export const helloLimit = 4096;

/** Of the name of a cluster, an instance or a node, in bytes of UTF-8. */
export const nameLimit = 200;
