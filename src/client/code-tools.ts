/**
 * Gives each code block that comes near a button that copies it, and one that wraps its long lines where some are cut. What is far
 * away stays untouched: to measure it would lay out the whole page before it is first painted.
 */
const COPIED_FOR_MS = 1500;

const near = new IntersectionObserver(
  (entries) => {
    const blocks = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target);
    for (const block of blocks) near.unobserve(block);
    const made = blocks.map((block) => ({ block, tools: makeTools(block) }));
    for (const { block, tools } of made) if (tools) block.append(tools);
  },
  { rootMargin: '50%' },
);
for (const block of document.querySelectorAll('figure.kn-block')) near.observe(block);

function makeTools(block: Element): HTMLElement | undefined {
  const pre = block.querySelector('pre');
  if (!pre) return undefined;
  const tools = document.createElement('span');
  tools.className = 'kn-code-tools';
  if (pre.scrollWidth > pre.clientWidth + 1) {
    const wrap = makeButton('Wrap', () => {
      wrap.setAttribute('aria-pressed', String(pre.toggleAttribute('data-wrapped')));
    });
    wrap.setAttribute('aria-pressed', 'false');
    tools.append(wrap);
  }
  const copy = makeButton('Copy', async () => {
    await navigator.clipboard.writeText(((pre.querySelector('code') ?? pre).textContent ?? '').replace(/\n$/, ''));
    copy.textContent = 'Copied';
    setTimeout(() => {
      copy.textContent = 'Copy';
    }, COPIED_FOR_MS);
  });
  if (navigator.clipboard) tools.append(copy);
  return tools;
}

function makeButton(text: string, press: () => unknown): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', press);
  return button;
}
