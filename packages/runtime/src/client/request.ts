/** What a client asks of a node. */
export type ClientRequest =
  /** Offers a value: the answer is `chosen`, with that value or another. */
  | { readonly type: 'propose'; readonly instance: string; readonly value: string }
  /** Asks what was chosen: `chosen`, or `unknown` if nobody reached knows of a value. */
  | { readonly type: 'query'; readonly instance: string }
  /** Asks how the node is: `status`. */
  | { readonly type: 'status' };

/** What a node says of itself. */
export type NodeStatus = Readonly<Record<string, string | number | boolean>>;

/** What a node answers. */
export type ClientResponse =
  | { readonly type: 'chosen'; readonly val: string }
  | { readonly type: 'unknown' }
  | { readonly type: 'status'; readonly status: NodeStatus }
  /** It cannot answer: a code for programs, and a sentence. */
  | { readonly type: 'failed'; readonly code: string; readonly message: string };
