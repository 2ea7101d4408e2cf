/**
 * What the page does in a browser: draws the lanes around a cut, shows what was logged when an event is chosen, and
 * makes tabs of several prefixes. All text goes in as text, never as markup. Plain JavaScript of 2020.
 */
export const script = `'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const [rowsBefore, rowsAfter, rowsMore, rowsInChunk, rowHeight] = [10, 6, 3000, 100, 32];

  const element = (tag, className, text) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const count = (number, what) => number.toLocaleString('en-US') + ' ' + what + (number === 1 ? '' : 's');

  const eventButton = (execution, index, status) => {
    const event = execution.events[index];
    const button = element('button', 'event ' + status, (status === 'unmatched' ? '\\u2715 ' : '') + event.text);
    button.type = 'button';
    button.title = event.text;
    button.dataset.event = index;
    button.dataset.status = status;
    button.setAttribute('aria-pressed', 'false');
    button.style.gridColumn = event.lane + 2;
    return button;
  };

  const row = (execution, entry, status) => {
    const made = element('div', 'row');
    if (typeof entry === 'string') {
      made.append(element('span', 'hidden', '~ ' + entry));
      made.firstChild.title = 'a step that nobody logged: ' + entry;
      return made;
    }
    made.append(element('span', 'at', String(execution.events[entry].at)), eventButton(execution, entry, status));
    return made;
  };

  // Rows that were asked for may be many: those out of sight are not laid out.
  const chunks = (execution, entries, status) => {
    const made = [];
    for (let from = 0; from < entries.length; from += rowsInChunk) {
      const part = entries.slice(from, from + rowsInChunk);
      const chunk = element('div', 'far');
      chunk.style.containIntrinsicSize = 'auto ' + part.length * rowHeight + 'px';
      chunk.append(...part.map((entry) => row(execution, entry, status)));
      made.push(chunk);
    }
    return made;
  };

  const moreButton = (scroll, rest, which, show) => {
    const button = element('button', 'more');
    button.type = 'button';
    const label = () => {
      button.textContent = 'show ' + count(Math.min(rest(), rowsMore), which + ' row') +
        (rest() > rowsMore ? ' of ' + rest().toLocaleString('en-US') : '');
      button.hidden = rest() === 0;
    };
    button.addEventListener('click', () => {
      show();
      label();
      if (button.hidden) scroll.focus();
    });
    label();
    return button;
  };

  const drawRows = (scroll, execution, prefix) => {
    const grid = element('div', 'grid');
    const lines = element('div', 'lines');
    const [before, now, after] = ['rows', 'now', 'rows'].map((name) => element('div', name));
    let from = Math.max(0, prefix.before.length - rowsBefore);
    let to = Math.min(rowsAfter, prefix.after.length);
    before.append(...prefix.before.slice(from).map((entry) => row(execution, entry, 'matched')));
    after.append(...prefix.after.slice(0, to).map((entry) => row(execution, entry, 'later')));
    const cut = element('div', 'cut');
    cut.append(element('span', '', 'cut: nothing goes on from here'));
    const next = element('div', 'row');
    next.append(...prefix.next.map((index) => eventButton(execution, index, 'unmatched')));
    if (prefix.next.length === 1) next.prepend(element('span', 'at', String(execution.events[prefix.next[0]].at)));
    now.append(cut, next);
    const earlier = moreButton(scroll, () => from, 'earlier', () => {
      const start = Math.max(0, from - rowsMore);
      const height = scroll.scrollHeight;
      before.prepend(...chunks(execution, prefix.before.slice(start, from), 'matched'));
      from = start;
      scroll.scrollTop += scroll.scrollHeight - height;
    });
    const later = moreButton(scroll, () => prefix.after.length - to, 'later', () => {
      after.append(...chunks(execution, prefix.after.slice(to, to + rowsMore), 'later'));
      to = Math.min(prefix.after.length, to + rowsMore);
    });
    lines.append(before, now, after);
    grid.style.setProperty('--lanes', execution.lanes.length);
    grid.append(headRow(execution), earlier, lines, later);
    return grid;
  };

  const headRow = (execution) => {
    const head = element('div', 'row head');
    head.append(element('span', 'at', 'line'), ...execution.lanes.map((name) => {
      const cell = element('span', '', name || 'event');
      cell.title = name;
      return cell;
    }));
    return head;
  };

  const statuses = { matched: 'matches', unmatched: 'does not match here', later: 'not reached' };

  const show = (detail, execution, button) => {
    const event = execution.events[button.dataset.event];
    const process = execution.lanes[event.lane];
    const about = [event.place, process && 'process ' + process, event.seq !== undefined && 'seq ' + event.seq,
      statuses[button.dataset.status]].filter(Boolean).join(' \\u00b7 ');
    const logged = element('pre', '', JSON.stringify(event.logged, undefined, 2));
    logged.tabIndex = 0;
    detail.replaceChildren(element('h5', '', event.text), element('p', 'place', about), logged);
  };

  const draw = (host) => {
    const execution = data[host.dataset.execution];
    const prefix = execution.prefixes[host.dataset.prefix];
    const view = element('div', 'view');
    const scroll = element('div', 'scroll');
    scroll.tabIndex = 0;
    scroll.setAttribute('role', 'region');
    scroll.setAttribute('aria-label', 'the events of each process around the cut');
    const detail = element('div', 'detail');
    detail.setAttribute('aria-live', 'polite');
    let chosen;
    const choose = (button) => {
      if (chosen) chosen.setAttribute('aria-pressed', 'false');
      chosen = button;
      chosen.setAttribute('aria-pressed', 'true');
      show(detail, execution, button);
    };
    scroll.append(drawRows(scroll, execution, prefix));
    scroll.addEventListener('click', (click) => {
      const button = click.target.closest('button.event');
      if (button) choose(button);
    });
    scroll.addEventListener('keydown', (press) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[press.key];
      if (!step || !press.target.matches('button.event')) return;
      const buttons = [...scroll.querySelectorAll('button.event')];
      const target = buttons[buttons.indexOf(press.target) + step];
      if (target) target.focus();
      press.preventDefault();
    });
    view.append(scroll, detail);
    host.replaceChildren(view);
    const first = scroll.querySelector('.unmatched') || scroll.querySelector('button.event');
    if (first) choose(first);
  };

  const drawn = new Set();
  const drawIn = (part) => {
    for (const host of part.querySelectorAll('.lanes')) {
      if (!drawn.has(host)) draw(host);
      drawn.add(host);
    }
  };

  const tabs = (group, panels) => {
    const list = element('div', 'tabs');
    list.setAttribute('role', 'tablist');
    list.setAttribute('aria-label', 'longest prefixes');
    const buttons = panels.map((panel, index) => {
      const button = element('button', '', (index + 1) + ': ' + panel.dataset.title);
      button.type = 'button';
      button.id = panel.id + '-tab';
      button.setAttribute('role', 'tab');
      button.setAttribute('aria-controls', panel.id);
      panel.setAttribute('role', 'tabpanel');
      panel.setAttribute('aria-labelledby', button.id);
      button.addEventListener('click', () => select(index));
      return button;
    });
    const select = (chosen) => {
      for (const [index, panel] of panels.entries()) {
        panel.hidden = index !== chosen;
        buttons[index].setAttribute('aria-selected', String(index === chosen));
        buttons[index].tabIndex = index === chosen ? 0 : -1;
      }
      drawIn(panels[chosen]);
    };
    list.addEventListener('keydown', (press) => {
      const from = buttons.indexOf(document.activeElement);
      const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: -1 }[press.key];
      if (to === undefined || from < 0) return;
      const target = (to + buttons.length) % buttons.length;
      select(target);
      buttons[target].focus();
      press.preventDefault();
    });
    list.append(...buttons);
    group.prepend(list);
    select(0);
  };

  for (const group of document.querySelectorAll('.prefixes')) {
    const panels = [...group.querySelectorAll(':scope > .prefix')];
    if (panels.length > 1) tabs(group, panels);
    else drawIn(group);
  }
})();
`;
