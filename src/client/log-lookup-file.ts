/**
 * The script of the single file `explain.html`, which carries its catalogue with it and works from disk: no worker (a page
 * from disk may start none), no request, no links to pages that are not there.
 */
import { type OpenCatalogue, openInSteps } from '../errors/open-catalogue.ts';
import type { PackedAdvice, PackedCatalogue } from '../errors/packed-catalogue.ts';
import { unpackCatalogue } from '../errors/unpack-catalogue.ts';
import { LogLookupElement } from './log-lookup.ts';
import { type LogListener, type LogRunner, runInSlices } from './log-runner.ts';

class LogLookupFileElement extends LogLookupElement {
  override makeRunner(listener: LogListener): LogRunner {
    return runInSlices(openOwn(), listener);
  }

  override entryUrl(): undefined {
    return undefined;
  }
}

function* openOwn(): Generator<undefined, OpenCatalogue> {
  const text = document.querySelector('script[type="application/json"]')?.textContent ?? '';
  const packed = JSON.parse(text) as { readonly catalogue: PackedCatalogue; readonly advice: readonly PackedAdvice[] };
  yield;
  const { catalogue, takeAdvice } = unpackCatalogue(packed.catalogue);
  packed.advice.forEach(takeAdvice);
  yield;
  return yield* openInSteps(catalogue);
}

customElements.define('kn-log-lookup', LogLookupFileElement);
