import type { Json } from '@synod/tla';
import type { Refuse } from './mapping-place.js';

/** What a template is filled with. */
export interface Filling {
  readonly line: Json;
  /** The element that an `each` looks at. */
  readonly element: Json;
  /** What `$<name>` stands for: a group of the rule's regular expressions, or a value of `let`. */
  name(name: string): Json | Absent;
}

/** Something that a line does not have. */
export class Absent {
  /** Why, for a message. */
  readonly reason: string;
  /** Whether the mapping allows it: then what would have held it is left out. */
  readonly allowed: boolean;

  constructor(reason: string, allowed: boolean) {
    this.reason = reason;
    this.allowed = allowed;
  }
}

/** Makes a value of a line. */
export type Template = (filling: Filling) => Json | Absent;

/** What a template may refer to, and what refuses it. */
export interface Scope {
  readonly names: ReadonlySet<string>;
  readonly tables: ReadonlyMap<string, ValueTable>;
  /** Whether it stands in an `each`, so that `@` means something. */
  readonly inEach: boolean;
  readonly fail: Refuse;
}

/** New values by the texts of old ones. */
export type ValueTable = ReadonlyMap<string, Json>;
