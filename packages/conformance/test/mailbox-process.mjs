// The mailbox of mailbox.ts as a program of its own, with the mistake that its first argument names.
import { createInterface } from 'node:readline';

const [mistake = 'none', messages = '3'] = process.argv.slice(2);
const last = Number(messages);
let sent = [];
let taken = {};
let answers = 0;

function step({ step: action, params, expected }) {
  if (action === 'Send') {
    if (mistake === 'loses' && params.n === 2) return true;
    sent = [...new Set([...sent, params.n])];
    return true;
  }
  if (action === 'Take') {
    const later = sent.filter((n) => n > taken[params.r]);
    const wanted = expected?.last[params.r];
    const n = later.includes(wanted) ? wanted : later.at(-1);
    if (n === undefined) return false;
    taken[params.r] = n;
    return true;
  }
  if (!Object.values(taken).includes(last)) return mistake === 'clears';
  if (mistake === 'exits') process.exit(3);
  if (mistake === 'errs') throw new Error('the disk is full');
  sent = [];
  taken = Object.fromEntries(Object.keys(taken).map((r) => [r, 0]));
  return true;
}

function answer(question) {
  if (mistake === 'text') return 'ready';
  if (mistake === 'array') return '[]';
  if (mistake === 'empty') return '{}';
  if (mistake === 'twice') return '{"ok":true}\n{"ok":true}';
  if (mistake === 'long') return 'x'.repeat(20_000_000);
  if ('reset' in question) {
    [sent, taken] = [question.reset.sent['#set'], { ...question.reset.last }];
    return JSON.stringify({ ok: true });
  }
  if (mistake === 'no-ok') return '{"okay":true}';
  if ('step' in question) return JSON.stringify({ ok: step(question) });
  return JSON.stringify({ state: { sent: { '#set': sent }, last: taken } });
}

for await (const line of createInterface({ input: process.stdin })) {
  answers += 1;
  if (mistake === 'silent' || (mistake === 'pid' && answers > 1)) continue;
  if (mistake === 'pid') {
    console.log(JSON.stringify({ ok: true, pid: process.pid }));
    continue;
  }
  try {
    console.log(answer(JSON.parse(line)));
  } catch (error) {
    console.log(JSON.stringify({ error: error.message }));
  }
}
