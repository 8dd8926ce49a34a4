import type { APIRoute, GetStaticPaths } from 'astro';
import { errorCatalogue } from '../../../astro/error-catalogue.ts';
import { packAdvice } from '../../../errors/pack-catalogue.ts';
import type { PackedAdvice } from '../../../errors/packed-catalogue.ts';

/** What the worker of the page fetches of the entries that it found: causes, checks, fixes and commands. */
export const getStaticPaths = (() =>
  packAdvice(errorCatalogue()).map((advice, part) => ({
    params: { part: String(part) },
    props: { advice },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ readonly advice: PackedAdvice }> = ({ props }) =>
  new Response(JSON.stringify(props.advice), { headers: { 'content-type': 'application/json' } });
