/** What every page needs, and nothing else: each element joins markup that is already useful without it. */
import './code-tools.ts';
import './contents.ts';
import './list-filter.ts';
import './page-keys.ts';
import './read-marks.ts';
import './release-switch.ts';
import './search-boot.ts';
import './show-current.ts';
import './theme-switch.ts';
import './wake-name-cards.ts';

if (document.querySelector('kn-all-names')) void import('./all-names.ts');
