/** What `synod cluster` may be told. */
export interface ClusterCommandOptions {
  readonly nodes: number;
  readonly data?: string;
  /** Values, with commas between them. */
  readonly propose?: string;
  readonly rounds?: number;
  readonly seed?: number;
  /** In seconds. */
  readonly bound: number;
}
