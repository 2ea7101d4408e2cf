import { headerConstants, modelSpace, readTrace, validateTrace } from '@synod/conformance';
import { Paxos } from '@synod/paxos';
import { type Constants, instantiate } from '@synod/spec';
import { interval, modelValue } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { deployed } from '../src/protocol.js';
import { replay } from '../src/replay.js';
import { stories } from '../src/stories/stories.js';
import { claim, type Part, type Story } from '../src/stories/story.js';
import { storySchedules } from '../src/stories/story-schedules.js';
import { tellStory } from '../src/stories/tell/tell-story.js';
import { traceOf } from '../src/trace-of.js';

const named = (name: string): Story => {
  const story = stories.find((one) => one.name === name);
  if (story === undefined) throw new Error(`there is no story ${name}`);
  return story;
};

/** All claims of a story, those of its branches too, turned into something else. */
function withClaims(
  story: Story,
  change: (part: Part & { type: 'claim' }) => Part & { type: 'claim' },
): Story {
  const each = (part: Part): Part => {
    if (part.type === 'branch') return { ...part, parts: part.parts.map(each) as typeof part.parts };
    return part.type === 'claim' ? change(part) : part;
  };
  return { ...story, parts: story.parts.map(each) };
}

const claimsOf = (parts: readonly Part[]): readonly (Part & { type: 'claim' })[] =>
  parts.flatMap((part) =>
    part.type === 'claim' ? [part] : part.type === 'branch' ? claimsOf(part.parts) : [],
  );

describe('the known stories (after a change, vitest run packages/simulator -u writes their texts anew)', () => {
  for (const story of stories) {
    it(`${story.name} is told as it was`, async () => {
      const text = tellStory(story);
      expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
      await expect(text).toMatchFileSnapshot(`../stories/${story.name}.txt`);
    });

    for (const { name, schedule } of storySchedules(story)) {
      it(`${story.name}, ${name}: what happens is a behaviour of Paxos.tla, state by state`, async () => {
        const run = replay(schedule, { observe: 'all' });
        expect(run.violations).toEqual([]);
        expect(run.schedule.moves).toEqual(schedule.moves);
        const trace = await readTrace({ chunks: traceOf(run).map((line) => `${line}\n`), file: name });
        const ballots = schedule.moves.map((move) => ('bal' in move ? (move.bal ?? 0) : 0));
        const given = headerConstants(trace, Paxos.constantNames);
        const constants: Constants = {
          ...given,
          None: modelValue('None'),
          Ballot: interval(0, Math.max(...ballots)),
        };
        const { outcome } = validateTrace(trace, modelSpace(instantiate(Paxos, constants)));
        expect(outcome).toMatchObject({ conforms: true });
      });
    }
  }
});

describe('a story cannot claim what does not happen', () => {
  for (const story of stories) {
    it(`${story.name} claims something, and is not told where that is not so`, () => {
      const { length } = claimsOf(story.parts);
      expect(length).toBeGreaterThan(0);
      for (let at = 0; at < length; at += 1) {
        let count = 0;
        const wrong = withClaims(story, (part) => {
          count += 1;
          return count - 1 === at ? claim(part.text, (standing) => !part.holds(standing)) : part;
        });
        expect(() => tellStory(wrong)).toThrow(`the story ${story.name} claims what is not so`);
      }
    });
  }

  it('the duel repeats up to ballot numbers that are higher by 2, and by nothing else', () => {
    for (const lowered of [0, 1, 3, 4]) {
      const story = withClaims(named('duel'), (part) =>
        part.text.startsWith('Now everything')
          ? claim(part.text, ({ everything, remembered }) => everything(lowered) === remembered('round'))
          : part,
      );
      expect(() => tellStory(story)).toThrow('Now everything is as it was');
    }
  });

  it('without the move that matters, the story of a chosen value that nobody knows is not told', () => {
    const story = named('chosen-before-known');
    const parts = story.parts.map((part) =>
      part.type === 'moves'
        ? {
            ...part,
            moves: part.moves.filter((move) => !('type' in move && move.type === '2a' && move.to === 'a2')),
          }
        : part,
    );
    expect(() => tellStory({ ...story, parts })).toThrow('K is chosen: a value is chosen when');
  });

  it('the stories of values that must be taken over are not told of proposers that take none over', () => {
    const node: typeof deployed.node = (id, cluster) => {
      const role = deployed.node(id, cluster);
      return {
        ...role,
        step(state, input) {
          if (input.type !== 'message' || input.message.type !== '1b') return role.step(state, input);
          return role.step(state, { ...input, message: { ...input.message, mbal: -1, mval: undefined } });
        },
      };
    };
    const untold = stories.filter(({ name }) => !['free-choice', 'duel', 'back-off'].includes(name));
    expect(untold).toHaveLength(6);
    for (const story of untold) {
      expect(() => tellStory(story, { protocol: { ...deployed, node } })).toThrow('claims what is not so');
    }
  });

  it('the story of a duel is not told of acceptors that vote below their promise', () => {
    const node: typeof deployed.node = (id, cluster) => {
      const role = deployed.node(id, cluster);
      return {
        ...role,
        step(state, input) {
          const { acceptor } = state;
          if (input.type !== 'message' || input.message.type !== '2a' || acceptor === undefined) {
            return role.step(state, input);
          }
          return role.step({ ...state, acceptor: { ...acceptor, maxBal: input.message.bal } }, input);
        },
      };
    };
    for (const name of ['duel', 'free-choice', 'six-acceptors']) {
      expect(() => tellStory(named(name), { protocol: { ...deployed, node } })).toThrow(
        'claims what is not so',
      );
    }
  });
});
