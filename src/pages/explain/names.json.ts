import type { APIRoute } from 'astro';
import { namesWithPage } from '../../astro/site-views.ts';

const RE_IDENTIFIER = /^[A-Za-z_]\w*$/;

/** Identifiers that have a page: the look-up links them in call traces. Loaded after the answer, whatever the answer is. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify({ version: 1, names: namesWithPage().filter((id) => RE_IDENTIFIER.test(id)) }), {
    headers: { 'content-type': 'application/json' },
  });
