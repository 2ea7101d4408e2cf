/** What `synod propose` and `synod query` may be told. */
export interface ClientCommandOptions {
  readonly config: string;
  readonly instance: string;
  /** Asks this one only. */
  readonly node?: string;
  /** In seconds, for all nodes together. */
  readonly timeout: number;
  readonly json?: boolean;
}

export const defaultInstance = 'default';
