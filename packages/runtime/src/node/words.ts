import type { Action, Cluster, NodeId } from '@synod/roles';

/** A step that a node takes, in plain words. */
export function actionWords(id: NodeId, cluster: Cluster, { sent }: Action): string {
  switch (sent.type) {
    case '1a':
      return `${id} begins ballot ${sent.bal}`;
    case '1b': {
      const promise = `${id} promises ballot ${sent.bal} to ${proposerOf(cluster, sent.bal)}`;
      if (sent.mval === undefined) return promise;
      return `${promise}, and reports its vote for ${JSON.stringify(sent.mval)} in ballot ${sent.mbal}`;
    }
    case '2a':
      return `${id} asks for votes for ${JSON.stringify(sent.val)} in ballot ${sent.bal}`;
    case '2b':
      return `${id} votes for ${JSON.stringify(sent.val)} in ballot ${sent.bal}`;
  }
}

/** What a learner found out, in plain words. */
export function learnedWords(id: NodeId, val: string): string {
  return `${id} knows that ${JSON.stringify(val)} is chosen`;
}

/** No two proposers share a ballot. */
function proposerOf({ proposers }: Cluster, bal: number): NodeId {
  return proposers[bal % proposers.length] ?? '?';
}
