import {
  effectQueue,
  encodeEntry,
  encodeHead,
  mendLedger,
  missingActions,
  node,
  readLedger,
} from '@synod/roles';

/** What of the protocol a simulated cluster is made of. Tests give another to see that mistakes are found. */
export interface Protocol {
  readonly node: typeof node;
  readonly effectQueue: typeof effectQueue;
  readonly missingActions: typeof missingActions;
  readonly encodeHead: typeof encodeHead;
  readonly encodeEntry: typeof encodeEntry;
  readonly readLedger: typeof readLedger;
  readonly mendLedger: typeof mendLedger;
}

/** The protocol as it is deployed: that of `@synod/roles`. */
export const deployed: Protocol = {
  node,
  effectQueue,
  missingActions,
  encodeHead,
  encodeEntry,
  readLedger,
  mendLedger,
};
