import { LogLookupElement } from './log-lookup.ts';

customElements.define('kn-log-lookup', LogLookupElement);
