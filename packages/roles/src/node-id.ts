/** The name of a node: of a process that plays one or more roles. `"a1"`. */
export type NodeId = string;
