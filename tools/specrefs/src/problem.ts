/** Something that does not agree. `file` and `line` are where to look first. */
export interface Problem {
  readonly type:
    | 'missing'
    | 'claimed twice'
    | 'name'
    | 'kind'
    | 'not exported'
    | 'parameters'
    | 'text'
    | 'nesting'
    | 'reference'
    | 'exception';
  readonly file: string;
  readonly line: number;
  /** One sentence, without the place. */
  readonly message: string;
  readonly module?: string;
  readonly name?: string;
  /** Of `text`: the conjunct of the specification, and what the code has in its place. */
  readonly specText?: string;
  readonly codeText?: string;
  readonly specFile?: string;
  readonly specLine?: number;
}
