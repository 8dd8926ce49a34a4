import { LogLookupElement } from './log-lookup.ts';
import { takeHandedLog } from './take-handed-log.ts';

customElements.define('kn-log-lookup', LogLookupElement);
void takeHandedLog();
