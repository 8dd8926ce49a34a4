/** What every page needs, and nothing else: each element joins markup that is already useful without it. */
import './code-tools.ts';
import './contents.ts';
import './release-switch.ts';
import './search-boot.ts';
import './show-current.ts';
import './theme-switch.ts';
import './wake-name-cards.ts';

if (document.querySelector('kn-list-filter')) void import('./list-filter.ts');
if (document.querySelector('kn-all-names')) void import('./all-names.ts');

document.addEventListener('keydown', (event) => void import('./page-keys.ts').then((keys) => keys.answerKey(event)));

const readMarks = () => void import('./read-marks.ts');
if (document.querySelector('[data-list="path"]')) readMarks();
else
  for (const type of ['scroll', 'pointermove', 'keydown'])
    addEventListener(type, readMarks, { once: true, passive: true });
