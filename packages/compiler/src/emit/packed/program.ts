/** What goes with the code of a program of the second tier: plain data. Values are text, as in TLA+. */
export interface PackedData {
  readonly name: string;
  readonly variables: readonly string[];
  readonly actions: readonly { readonly name: string; readonly formals: readonly string[] }[];
  readonly checkDeadlock: boolean;
  /** Words of a state. */
  readonly words: number;
  /** In the order of the variables. */
  readonly domains: readonly DomainData[];
  readonly tables: readonly Int32Array[];
  readonly labels: readonly { readonly action: string; readonly parameters: readonly string[] }[];
  /** Whether initial states, and steps, are found here: else the first tier finds them. */
  readonly init: SearchData;
  readonly next: SearchData;
  readonly invariants: readonly PredicateData[];
  readonly constraints: readonly PredicateData[];
  readonly actionConstraints: readonly PredicateData[];
  readonly properties: readonly PropertyData[];
  readonly assumptions: readonly PredicateData[];
  /** Operators that the program was asked for and can evaluate; undefined if it was asked for none. */
  readonly table?: TableData;
  readonly hasView: boolean;
  readonly hasSymmetry: boolean;
}

export interface SearchData {
  readonly here: boolean;
  /** Whether a rule of TLA+ may be broken on the way. */
  readonly mayFail: boolean;
  /** Why it is not here. */
  readonly reason?: string;
}

/** A formula by the name of its function; without one the first tier decides it. */
export interface PredicateData {
  readonly name: string;
  readonly function: string | undefined;
  readonly mayFail: boolean;
  readonly reason?: string;
}

/** Functions that write operators' values, one after the other, and where they stand. */
export interface TableData {
  readonly functions: readonly string[];
  readonly words: number;
  readonly columns: readonly TableColumnData[];
}

export interface TableColumnData {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly from: number;
  readonly words: number;
  /** How the value is written; its words count from `from`. */
  readonly value: DomainData;
}

export interface PropertyData {
  readonly name: string;
  readonly initial: readonly PredicateData[];
  readonly always: readonly PredicateData[];
  readonly steps: readonly { readonly action: PredicateData; readonly unchanged: PredicateData }[];
}

/** Where the parts of a variable's value are in a state. */
export type DomainData =
  | {
      readonly kind: 'leaf';
      readonly word: number;
      readonly shift: number;
      readonly bits: number;
      /** Numbers its place among those of its field, with the other components of which it is stored. */
      readonly group: number;
      readonly component: number;
      /** The value by what the field has. */
      readonly values: readonly string[];
    }
  | {
      readonly kind: 'parts';
      readonly keys: readonly string[];
      readonly items: readonly DomainData[];
    }
  | {
      readonly kind: 'members';
      readonly elements: readonly {
        readonly value: string;
        readonly word: number;
        readonly shift: number;
      }[];
    };
