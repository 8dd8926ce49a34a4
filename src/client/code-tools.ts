/** Gives each code block a button that copies it, and one that wraps its long lines where some are cut. */
const COPIED_FOR_MS = 1500;

for (const block of document.querySelectorAll<HTMLElement>('figure.kn-block')) {
  const pre = block.querySelector('pre');
  if (!pre) continue;
  const tools = document.createElement('span');
  tools.className = 'kn-code-tools';
  const copy = makeButton('Copy', async () => {
    await navigator.clipboard.writeText(((pre.querySelector('code') ?? pre).textContent ?? '').replace(/\n$/, ''));
    copy.textContent = 'Copied';
    setTimeout(() => {
      copy.textContent = 'Copy';
    }, COPIED_FOR_MS);
  });
  if (pre.scrollWidth > pre.clientWidth + 1) {
    const wrap = makeButton('Wrap', () => {
      wrap.setAttribute('aria-pressed', String(pre.toggleAttribute('data-wrapped')));
    });
    wrap.setAttribute('aria-pressed', 'false');
    tools.append(wrap);
  }
  if (navigator.clipboard) tools.append(copy);
  block.append(tools);
}

function makeButton(text: string, press: () => unknown): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', press);
  return button;
}
