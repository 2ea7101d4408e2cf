/** What `synod explore` may be told. */
export interface ExploreOptions {
  /** The cfg file; the one beside the module with its name, unless given. */
  readonly config?: string;
  /** `none`, or some of what can be checked. */
  readonly check: Checked;
  readonly tier?: 'packed' | 'values';
  readonly workers?: number;
  readonly symmetry?: boolean;
  readonly limit?: number;
  /** In seconds. */
  readonly timeout?: number;
  readonly json?: boolean;
  readonly color: boolean;
}

/** What is looked at while exploring; deadlock besides, if the cfg file has it so and anything is looked at. */
export interface Checked {
  readonly invariants: boolean;
  readonly refinement: boolean;
}
