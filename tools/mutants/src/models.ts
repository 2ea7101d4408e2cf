import type { Mutant, TranscriptionName } from './mutant.js';

/** The models that mutants are tried on, those first that catch most for least, and what each is a model of. */
const models: readonly { readonly name: string; readonly chain: readonly TranscriptionName[] }[] = [
  { name: 'MCConsensus', chain: ['consensus'] },
  { name: 'MCPaxosOne', chain: ['consensus', 'voting', 'paxos'] },
  { name: 'MCVoting', chain: ['consensus', 'voting'] },
  { name: 'MCPaxosTiny', chain: ['consensus', 'voting', 'paxos'] },
];

/** The one model whose initial states are listed by a file of their own. */
const listed = { file: 'type-correct.js', model: 'MCVotingInductive' };

/** The models that may show a mutant: those of its module, and of the modules that refine it. */
export function modelsOf({ transcription, file }: Mutant): readonly string[] {
  if (file === listed.file) return [listed.model];
  return models.filter(({ chain }) => chain.includes(transcription)).map(({ name }) => name);
}
