/* Languages and colours, and the controls for them, which are of no use without scripts. */
(() => {
  'use strict';

  const root = document.documentElement;

  /** What a reader chose before; a browser may forbid to remember it, as some do for files. */
  const memory = {
    read(name) {
      try {
        return localStorage.getItem(`znyw-report-${name}`);
      } catch {
        return null;
      }
    },
    write(name, value) {
      try {
        localStorage.setItem(`znyw-report-${name}`, value);
      } catch {
        // Then the next visit starts anew.
      }
    },
  };

  const all = (selector) => [...document.querySelectorAll(selector)];

  const press = (setting, value) => {
    for (const button of all(`button[data-${setting}]`)) {
      button.setAttribute('aria-pressed', String(button.dataset[setting] === value));
    }
  };

  const remembered = (setting, known, otherwise) => {
    const value = memory.read(setting);
    return known.includes(value) ? value : otherwise;
  };

  const preferred = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  let language = remembered('language', ['en', 'zh'], preferred);
  let theme = remembered('theme', ['auto', 'light', 'dark'], 'auto');

  const showLanguage = () => {
    root.lang = language === 'zh' ? 'zh-CN' : 'en';
    root.dataset.language = language;
    if (document.body === null) return;
    document.title = document.body.dataset[language === 'zh' ? 'titleZh' : 'titleEn'];
    for (const name of ['aria-label', 'placeholder']) {
      for (const element of all(`[data-${name}-${language}]`)) {
        element.setAttribute(name, element.getAttribute(`data-${name}-${language}`));
      }
    }
    press('language', language);
    document.dispatchEvent(new Event('znyw-language'));
  };

  const showTheme = () => {
    if (theme === 'auto') delete root.dataset.theme;
    else root.dataset.theme = theme;
    press('theme', theme);
  };

  // Before the body is there, so that nothing is seen to change.
  showLanguage();
  showTheme();

  addEventListener('DOMContentLoaded', () => {
    for (const element of all('.script')) element.hidden = false;
    showLanguage();
    showTheme();
    document.addEventListener('click', ({ target }) => {
      const { dataset = {} } = target.closest('button[data-language], button[data-theme]') ?? {};
      if (dataset.language !== undefined) {
        language = dataset.language;
        memory.write('language', language);
        showLanguage();
      }
      if (dataset.theme !== undefined) {
        theme = dataset.theme;
        memory.write('theme', theme);
        showTheme();
      }
    });
  });
})();
