import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type NewFile, writeNewFolder } from '../../src/generate/new-folder.js';
import { root } from '../synod.js';
import { slow } from '../validate/bench.js';
import { generateBench } from './bench.js';

const { folder, files } = generateBench();
const writer = pathToFileURL(join(root, 'tools/trace/dist/generate/new-folder.js')).href;

describe('a folder that is not finished', () => {
  it.each([['new'], ['there']])(
    'leaves nothing behind when the program is told to end (%s)',
    slow,
    (name) => {
      if (name === 'there') mkdirSync(join(folder, name));
      const before = files('.');
      const script = `
      import { writeNewFolder } from ${JSON.stringify(writer)};
      function* texts() {
        yield { name: 'a', text: 'a' };
        process.kill(process.pid, 'SIGINT');
        for (let i = 0; i < 1000; i++) yield { name: String(i), text: 'b' };
        console.log('all were made');
      }
      await writeNewFolder(${JSON.stringify(name)}, texts());`;
      const ran = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect({ signal: ran.signal, stdout: ran.stdout }).toEqual({ signal: 'SIGINT', stdout: '' });
      expect(files('.')).toEqual(before);
      expect(files('.').includes(name) ? files(name) : []).toEqual([]);
    },
  );

  it('leaves nothing behind after an error', async () => {
    const before = files('.');
    function* failing(): Iterable<NewFile> {
      yield { name: 'a', text: 'a' };
      throw new Error('no more');
    }
    await expect(writeNewFolder(join(folder, 'failed'), failing())).rejects.toThrow('no more');
    expect(files('.')).toEqual(before);
  });
});
