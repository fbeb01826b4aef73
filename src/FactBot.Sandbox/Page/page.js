// What Blazor lacks: the viewer's zone, dialogs that keep the focus, and keys that must not do what a browser does with them.
window.page = {
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  show: (url, title) => { history.replaceState(history.state, '', url); document.title = title; },
  openDialog: dialog => {
    dialog.showModal();
    dialog.querySelector('input, textarea, summary')?.focus();
  },
};

// Arrows walk through offered choices, and Enter or Tab takes the marked one; Enter sends a message.
document.addEventListener('keydown', event => {
  const box = event.target;
  if (box.hasAttribute?.('aria-autocomplete')) {
    const isMarked = box.hasAttribute('aria-activedescendant');
    const isOpen = isMarked || box.getAttribute('aria-expanded') === 'true';
    if (isOpen && ['ArrowDown', 'ArrowUp'].includes(event.key)) event.preventDefault();
    if (isMarked && !event.shiftKey && ['Enter', 'Tab'].includes(event.key)) event.preventDefault();
    if (box.hasAttribute('data-enter') && event.key === 'Enter' && !event.shiftKey) event.preventDefault();
  }

  const menu = box.closest?.('details.menu');
  if (menu && event.key === 'Escape' && menu.open) {
    menu.open = false;
    menu.querySelector('summary').focus();
    event.preventDefault();
    event.stopPropagation();
  } else if (menu && menu.open && ['ArrowDown', 'ArrowUp'].includes(event.key)) {
    const stops = [menu.querySelector('summary'), ...menu.querySelectorAll('.popup button:not(:disabled)')];
    const step = event.key === 'ArrowDown' ? 1 : -1;
    stops[(stops.indexOf(box) + step + stops.length) % stops.length]?.focus();
    event.preventDefault();
  }
}, true);

// The marked choice of a long list is kept in sight.
new MutationObserver(changes => changes.forEach(({ target }) =>
  target.getAttribute('aria-selected') === 'true' && target.scrollIntoView({ block: 'nearest' })
)).observe(document.body, { subtree: true, attributeFilter: ['aria-selected'] });

// A menu closes when something in it is chosen, or when one clicks elsewhere.
document.addEventListener('click', event => {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    const choice = menu.contains(event.target) && event.target.closest('.popup button');
    if (!menu.contains(event.target) || (choice && !choice.classList.contains('many'))) menu.open = false;
  }
  if (event.target.closest?.('summary.disabled')) event.preventDefault();
});

// A file that is dropped anywhere goes into the field that asks for one; no file takes the place of the page.
document.addEventListener('dragover', event => event.dataTransfer.types.includes('Files') && event.preventDefault());
document.addEventListener('drop', event => {
  const { files } = event.dataTransfer;
  if (files.length === 0) return;
  event.preventDefault();
  const field = document.querySelector('dialog input[type=file]') ?? document.querySelector('.command-form input[type=file]');
  if (!field) return;
  const taken = new DataTransfer();
  [...files].slice(0, field.multiple ? files.length : 1).forEach(file => taken.items.add(file));
  field.files = taken.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
});

// Whoever scrolls up to the first message that is shown is shown earlier ones, and later ones on the way back.
let asked;
const look = () => {
  const list = document.querySelector('.scroller');
  if (!list) return;
  const above = list.scrollHeight - list.clientHeight + list.scrollTop;
  const [more, edge] = above < 200 ? ['.earlier', 'ol > li:first-child'] : -list.scrollTop < 200 ? ['.later', 'ol > li:last-child'] : [];
  const button = more && list.querySelector(more);
  if (!button) {
    asked = null;
  } else if (asked !== list.querySelector(edge)) {
    asked = list.querySelector(edge);
    button.click();
  }
};
document.addEventListener('scroll', look, true);
new MutationObserver(() => requestAnimationFrame(look)).observe(document.body, { subtree: true, childList: true });
