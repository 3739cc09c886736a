/* Pictures, as wide as the page or as large as they were drawn, and what is unfolded on paper. */
(() => {
  'use strict';

  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  const offerFullSize = () => {
    for (const button of all('button[data-full-size]')) {
      const picture = all('.picture svg', button.closest('figure')).find((svg) => svg.clientWidth > 0);
      if (picture === undefined) continue;
      const isShrunk = picture.width.baseVal.value > picture.clientWidth + 1;
      button.hidden = !isShrunk && button.getAttribute('aria-pressed') === 'false';
    }
  };

  const toggleFullSize = (button) => {
    const isFull = button.closest('figure').classList.toggle('full');
    button.setAttribute('aria-pressed', String(isFull));
  };

  /** On paper nobody can unfold. The YAML of all would be a hundred pages; it is printed where the reader unfolded it. */
  const listenToPrinting = () => {
    let unfolded = [];
    addEventListener('beforeprint', () => {
      // Some browsers tell of it twice.
      for (const details of all('details:not([open], .yaml)')) {
        details.open = true;
        unfolded.push(details);
      }
    });
    addEventListener('afterprint', () => {
      for (const details of unfolded) details.open = false;
      unfolded = [];
    });
  };

  addEventListener('DOMContentLoaded', () => {
    document.addEventListener('click', ({ target }) => {
      const button = target.closest('button[data-full-size]');
      if (button) toggleFullSize(button);
    });
    document.addEventListener('znyw-shown', offerFullSize);
    addEventListener('resize', offerFullSize);
    listenToPrinting();
  });
})();
