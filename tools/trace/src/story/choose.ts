import { didYouMean } from '@synod/conformance';
import { type Story, scheduleText, stories, storySchedules } from '@synod/simulator';
import { InputError } from '@synod/tla';

/** @throws InputError if there is none of that name */
export function storyCalled(name: string): Story {
  const story = stories.find((one) => one.name === name);
  if (story !== undefined) return story;
  const meant = didYouMean(
    name,
    stories.map((one) => one.name),
  );
  throw new InputError(
    'story',
    `there is no story ${JSON.stringify(name)}${meant}: "synod story" lists them`,
  );
}

/**
 * A story's schedule, as a file.
 *
 * @param branch which of its schedules, where it has several
 * @throws InputError if it has none of that name, or several and none is named
 */
export function scheduleOf(story: Story, branch: string | undefined): string {
  const all = storySchedules(story);
  const names = all.map(({ name }) => name);
  const [only] = all;
  if (only !== undefined && all.length === 1 && branch === undefined) return scheduleText(only.schedule);
  const found = all.find(({ name }) => name === branch);
  if (found !== undefined) return scheduleText(found.schedule);
  const wrong =
    branch === undefined
      ? `the story ${story.name} goes in several ways`
      : `the story ${story.name} has no branch ${JSON.stringify(branch)}${didYouMean(branch, names)}`;
  throw new InputError('branch', `${wrong}: give --schedule one of ${names.join(', ')}`);
}
