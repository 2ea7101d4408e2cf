import { narrateSchedule, tellStory } from '@synod/simulator';
import { InputError } from '@synod/tla';
import { writeToStandardOutput } from '../graph/write-output.js';
import { colours } from '../output/colours.js';
import { readScheduleFile } from '../read-schedule-file.js';
import { scheduleOf, storyCalled } from './choose.js';
import { listText } from './list-text.js';

/** What `synod story` is told. */
export interface StoryOptions {
  /** A branch, or `true` where none is named. */
  readonly schedule?: string | true;
  readonly tell?: string;
  readonly words?: 'paxos' | 'parliament';
  readonly color: boolean;
}

/**
 * `synod story`: lists the stories, tells one, prints its schedule, or tells a schedule that was saved.
 *
 * @returns the exit code
 * @throws InputError if there is no such story or branch, or the file is no schedule
 */
export async function storyCommand(name: string | undefined, options: StoryOptions): Promise<0> {
  refuseCombinations(name, options);
  await writeToStandardOutput([textOf(name, options)]);
  return 0;
}

function textOf(name: string | undefined, { schedule, tell, words, color }: StoryOptions): string {
  if (tell !== undefined) return narrateSchedule(readScheduleFile(tell), { words });
  if (name === undefined) return listText();
  const story = storyCalled(name);
  if (schedule !== undefined) return scheduleOf(story, schedule === true ? undefined : schedule);
  const { bold } = colours(color);
  return tellStory(story).replaceAll(/^(.+)(?=\n([=-])\2*$)/gmu, (title) => bold(title));
}

function refuseCombinations(name: string | undefined, options: StoryOptions): void {
  const message = wrongCombination(name, options);
  if (message !== undefined) throw new InputError('options', message);
}

function wrongCombination(
  name: string | undefined,
  { schedule, tell, words }: StoryOptions,
): string | undefined {
  if (tell !== undefined && name !== undefined)
    return 'give the name of a story, or --tell FILE, and not both';
  if (schedule !== undefined && tell !== undefined) {
    return '--schedule is for a story: what --tell is given is a schedule already';
  }
  if (schedule !== undefined && name === undefined) {
    return '--schedule is for a story: name it before ("synod story" lists them)';
  }
  return words !== undefined && tell === undefined ? '--words is for --tell: a story has its own' : undefined;
}
