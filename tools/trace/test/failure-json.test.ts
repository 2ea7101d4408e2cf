import { describe, expect, it } from 'vitest';
import { asksForJson } from '../src/output/failure-json.js';
import { synod } from './synod.js';

describe('a command that was asked for JSON and has no result', () => {
  it.each([
    [['explore', 'nowhere/No.tla'], 'nowhere/No.tla: the module cannot be read: there is no such file'],
    [['check', 'MCPaxosTini'], 'there is no model MCPaxosTini; did you mean MCPaxosTiny?'],
    [
      ['validate', 'traces/executions/paxos.ndjson', '--model', 'MCPaxosTiny', '--graph', 'x.dot'],
      'give either --model or --graph, not both',
    ],
    [['explore', 'MCPaxosTiny', '--bogus'], "unknown option '--bogus'"],
  ])('%j says why as JSON too', (args, error) => {
    const { status, stdout, stderr } = synod([...args, '--json']);
    expect(JSON.parse(stdout)).toEqual({ format: 1, exitCode: 2, error });
    expect({ status, stderr }).toEqual({ status: 2, stderr: `synod: ${error}\n` });
    expect(synod(args).stdout).toBe('');
  });

  it('does not say it behind a result', () => {
    const { status, stdout, stderr } = synod([
      'validate',
      'traces/executions/paxos.ndjson',
      '--json',
      '--html',
      'nowhere/report.html',
    ]);
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'conforms' });
    expect(stderr).toMatch(/^synod: nowhere\/report\.html: the report cannot be written/);
  });

  it('is not one that was asked by what stands behind --', () => {
    expect(asksForJson(['drive', '--json', '--', 'node', 'queue.js'])).toBe(true);
    expect(asksForJson(['drive', '--', 'node', 'queue.js', '--json'])).toBe(false);
  });
});
