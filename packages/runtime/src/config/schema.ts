import type { Learning, NodeId, Quorums, Timing } from '@synod/roles';
import * as z from 'zod';

/** What a configuration file has, as far as its form goes. */
export interface ConfigurationFile {
  readonly cluster: string;
  readonly nodes: readonly {
    readonly id: NodeId;
    /** `HOST:PORT`, at which other nodes and clients reach it. */
    readonly address: string;
    /** All of them, where nothing is said. */
    readonly roles?: readonly ('acceptor' | 'proposer' | 'learner')[] | undefined;
  }[];
  readonly quorums?: Quorums | undefined;
  readonly learning?: Learning | undefined;
  readonly timing?: { readonly [part in keyof Timing]?: Timing[part] | undefined } | undefined;
}

/** Files are called by it, and so are processes in traces. */
const nodeId = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9_-]{0,31}$/,
    'must be a letter, and up to 31 letters, digits, dashes and underscores',
  );

const roles = z.enum(['acceptor', 'proposer', 'learner']);

const milliseconds = z.int().min(1).max(3_600_000);

const node = z.strictObject({
  id: nodeId,
  address: z.string(),
  roles: z.array(roles).min(1).optional(),
});

const quorums = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('majority') }),
  z.strictObject({ type: z.literal('weighted'), weights: z.record(nodeId, z.number()) }),
  z.strictObject({ type: z.literal('grid'), rows: z.array(z.array(nodeId)).max(100) }),
  z.strictObject({ type: z.literal('explicit'), quorums: z.array(z.array(nodeId)).max(1000) }),
]);

const learning = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('all') }),
  z.strictObject({ type: z.literal('distinguished'), learner: nodeId }),
  z.strictObject({ type: z.literal('set'), learners: z.array(nodeId) }),
]);

const timing = z.strictObject({
  retry: milliseconds.optional(),
  tries: z.int().min(1).max(1000).optional(),
  backoff: z
    .strictObject({ least: milliseconds, most: milliseconds })
    .refine(({ least, most }) => least <= most, 'least must not be more than most')
    .optional(),
});

/** The form of a configuration file; what the parts say together is checked afterwards. */
export const configurationSchema: z.ZodType<ConfigurationFile> = z.strictObject({
  cluster: z.string().min(1).max(64),
  nodes: z.array(node).min(1).max(64),
  quorums: quorums.optional(),
  learning: learning.optional(),
  timing: timing.optional(),
});
