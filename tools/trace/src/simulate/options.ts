/** What `synod simulate` may be told. */
export interface SimulateOptions {
  /** `1..1000`, or one number. */
  readonly seeds: string;
  /** Names with commas between them, `all` or `none`. */
  readonly faults: string;
  readonly nodes?: number;
  readonly learning?: 'all' | 'distinguished' | 'set';
  readonly model?: string;
  readonly coverage?: boolean;
  /** In percent, 0 to 100. */
  readonly minStates?: number;
  readonly mapping?: boolean;
  readonly record?: string;
  readonly replay?: string;
  readonly save?: string;
  readonly workers?: number;
  readonly json?: boolean;
  readonly color: boolean;
}
