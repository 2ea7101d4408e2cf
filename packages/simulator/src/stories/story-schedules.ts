import type { Move } from '../move.js';
import type { Schedule } from '../run.js';
import { openWorld } from '../world/world.js';
import type { Part, Story } from './story.js';

/** One way in which a story goes. */
export interface StorySchedule {
  /** The branch's, or the story's where it has none. */
  readonly name: string;
  readonly schedule: Schedule;
}

/** The schedules of a story, one for each branch: to be replayed, or changed to see what becomes of them. */
export function storySchedules(story: Story): readonly StorySchedule[] {
  const found: StorySchedule[] = [];
  const made: Move[] = [];
  for (const part of story.parts) {
    if (part.type === 'moves') made.push(...part.moves);
    if (part.type === 'branch') found.push(possible(story, part.name, [...made, ...movesOf(part.parts)]));
  }
  return found.length > 0 ? found : [possible(story, story.name, made)];
}

function movesOf(parts: readonly Part[]): readonly Move[] {
  return parts.flatMap((part) => (part.type === 'moves' ? part.moves : []));
}

/** Without the moves that change nothing: a disk that has nothing to do. */
function possible({ cluster }: Story, name: string, moves: readonly Move[]): StorySchedule {
  const world = openWorld(cluster);
  for (const move of moves) world.apply(move);
  return { name, schedule: world.run().schedule };
}
