import type { APIRoute } from 'astro';
import { errorCatalogue } from '../../astro/error-catalogue.ts';
import { packCatalogue } from '../../errors/pack-catalogue.ts';

/** What the worker of the page fetches to find entries; `advice/` holds the rest. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(packCatalogue(errorCatalogue())), { headers: { 'content-type': 'application/json' } });
