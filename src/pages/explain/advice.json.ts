import type { APIRoute } from 'astro';
import { errorCatalogue } from '../../astro/error-catalogue.ts';
import { packAdvice } from '../../errors/pack-catalogue.ts';

/** What the worker of the page fetches beside the catalogue: causes, checks, fixes and commands. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(packAdvice(errorCatalogue())), { headers: { 'content-type': 'application/json' } });
