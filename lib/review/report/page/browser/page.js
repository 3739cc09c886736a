/*
 * Environments, and the tables of workloads: shown, searched and sorted. The page holds all of it already; without
 * scripts everything is there, one after the other.
 */
(() => {
  'use strict';

  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Environments: one is shown at a time.

  const sections = () => all('[data-environment-section]');
  let environment = '';

  const showEnvironment = (chosen) => {
    const names = sections().map((section) => section.dataset.environmentSection);
    environment = names.includes(chosen) ? chosen : (names[0] ?? '');
    for (const section of sections()) section.hidden = section.dataset.environmentSection !== environment;
    for (const button of all('button[data-environment]')) {
      button.setAttribute('aria-pressed', String(button.dataset.environment === environment));
    }
    document.dispatchEvent(new Event('znyw-shown'));
  };

  // Tables: searched and sorted.

  const rowTexts = new WeakMap();

  const textOf = (row) => {
    if (!rowTexts.has(row)) rowTexts.set(row, row.textContent.toLowerCase());
    return rowTexts.get(row);
  };

  const rowsOf = (table) => [...table.tBodies[0].rows];

  const isChinese = () => document.documentElement.lang.startsWith('zh');

  const tellCount = (id) => {
    const table = document.getElementById(id);
    const rows = rowsOf(table);
    const shown = rows.filter((row) => !row.hidden).length;
    const status = document.querySelector(`[data-status="${id}"]`);
    status.textContent = isChinese() ? `共 ${rows.length} 个，显示 ${shown} 个` : `${shown} of ${rows.length} shown`;
    document.querySelector(`[data-no-match="${id}"]`).hidden = shown > 0;
  };

  const search = (field) => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const row of rowsOf(document.getElementById(field.dataset.table))) {
      const hidden = !words.every((word) => textOf(row).includes(word));
      if (row.hidden !== hidden) row.hidden = hidden;
    }
    tellCount(field.dataset.table);
    writeAddress();
  };

  const sortedHeading = (table) => table.querySelector('th[aria-sort="ascending"], th[aria-sort="descending"]');

  const sort = (heading, direction) => {
    const table = heading.closest('table');
    const column = heading.cellIndex;
    const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
    const keyOf = (cell) => (cell.dataset.value === undefined ? shownText(cell) : Number(cell.dataset.value));
    const compare = (one, other) => (typeof one === 'number' ? one - other : collator.compare(one, other));
    const sign = direction === 'descending' ? -1 : 1;
    const rows = rowsOf(table)
      .map((row) => ({ row, key: keyOf(row.cells[column]) }))
      // Empty cells stay last: they are what nobody looks for.
      .sort((one, other) => (one.key === '') - (other.key === '') || sign * compare(one.key, other.key));
    table.tBodies[0].append(...rows.map(({ row }) => row));
    for (const other of table.tHead.rows[0].cells) {
      if (other.hasAttribute('aria-sort')) other.setAttribute('aria-sort', other === heading ? direction : 'none');
    }
  };

  const shownText = (cell) => cell.textContent.trim();

  // The address keeps what is shown, as `#?environment=prod&search=mongo`, so that it can be sent to somebody.

  const currentSection = () => sections().find((section) => !section.hidden);

  const writeAddress = () => {
    const section = currentSection();
    if (section === undefined) return;
    const state = new URLSearchParams();
    if (sections().length > 1) state.set('environment', environment);
    const words = section.querySelector('input[data-table]').value.trim();
    if (words !== '') state.set('search', words);
    const heading = sortedHeading(section);
    if (heading !== null) {
      state.set('sort', heading.dataset.column);
      if (heading.getAttribute('aria-sort') === 'descending') state.set('order', 'descending');
    }
    try {
      history.replaceState(null, '', `#?${state}`);
    } catch {
      // A browser may forbid it; then the address stays as it is.
    }
  };

  const readAddress = () => {
    const hash = location.hash.slice(1);
    if (!hash.startsWith('?')) {
      showTarget(hash);
      return;
    }
    const state = new URLSearchParams(hash.slice(1));
    showEnvironment(state.get('environment') ?? environment);
    const section = currentSection();
    const field = section?.querySelector('input[data-table]');
    const heading = all('th[data-column]', section).find(({ dataset }) => dataset.column === state.get('sort'));
    if (heading !== undefined) sort(heading, state.get('order') === 'descending' ? 'descending' : 'ascending');
    if (field) {
      field.value = state.get('search') ?? '';
      search(field);
    }
  };

  /** A link may lead into an environment that is not shown. */
  const showTarget = (hash) => {
    const target = hash === '' ? null : document.getElementById(decoded(hash));
    const section = target?.closest('[data-environment-section]');
    if (!section || !section.hidden) return;
    showEnvironment(section.dataset.environmentSection);
    target.scrollIntoView();
  };

  const decoded = (hash) => {
    try {
      return decodeURIComponent(hash);
    } catch {
      return hash;
    }
  };

  const listen = () => {
    document.addEventListener('click', ({ target }) => {
      const button = target.closest('button');
      const heading = button?.closest('th[aria-sort]');
      if (heading) {
        sort(heading, heading.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending');
        writeAddress();
      } else if (button?.dataset.environment !== undefined) {
        showEnvironment(button.dataset.environment);
        writeAddress();
      }
    });
    for (const field of all('input[data-table]')) {
      let waiting = 0;
      field.addEventListener('input', () => {
        cancelAnimationFrame(waiting);
        waiting = requestAnimationFrame(() => search(field));
      });
    }
    document.addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target.matches('input, textarea, select')) return;
      const field = currentSection()?.querySelector('input[data-table]');
      if (!field) return;
      event.preventDefault();
      field.focus();
      field.select();
    });
    addEventListener('hashchange', readAddress);
    document.addEventListener('znyw-language', () => {
      for (const field of all('input[data-table]')) tellCount(field.dataset.table);
    });
  };

  addEventListener('DOMContentLoaded', () => {
    showEnvironment('');
    for (const field of all('input[data-table]')) tellCount(field.dataset.table);
    listen();
    readAddress();
  });
})();
