import type { APIRoute } from 'astro';
import { errorCatalogue } from '../../astro/error-catalogue.ts';
import { packCatalogue } from '../../errors/pack-catalogue.ts';

/** The catalogue that the worker of the page fetches. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(packCatalogue(errorCatalogue())), { headers: { 'content-type': 'application/json' } });
