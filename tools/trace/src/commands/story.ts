import { type Command, Option } from 'commander';
import type { StoryOptions } from '../story/command.js';

/** `synod story`, which needs no project. */
export function addStory(synod: Command, finish: (exitCode: number) => void): void {
  synod
    .command('story')
    .description('tell a known story of Paxos, move by move, or what happens in any schedule')
    .argument('[name]', 'the story (default: list them)')
    .option('--schedule [branch]', 'print its schedule instead, for synod simulate --replay')
    .option('--tell <file>', 'a schedule to be told, such as synod simulate saves when a run fails')
    .addOption(new Option('--words <whose>', 'with --tell: in whose words').choices(['paxos', 'parliament']))
    .action(async (name: string | undefined, options: Omit<StoryOptions, 'color'>) => {
      const { storyCommand } = await import('../story/command.js');
      finish(
        await storyCommand(name, { ...options, color: synod.opts<{ readonly color: boolean }>().color }),
      );
    });
}
