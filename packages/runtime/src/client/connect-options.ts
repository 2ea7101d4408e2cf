/** How a client connects. Times in milliseconds. */
export interface ConnectOptions {
  /** The cluster that the node must be of (default: whichever it is of). */
  readonly cluster?: string;
  /** Until the node must have greeted (default 5000). */
  readonly connectTimeout?: number;
  /** Until a request must be answered (default 30000). */
  readonly requestTimeout?: number;
}
