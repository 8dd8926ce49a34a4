import type { Explanation } from './explanation.ts';
import { LogExplainer } from './log-explainer.ts';
import type { OpenCatalogue } from './open-catalogue.ts';

/** Explains a whole log: a line or a hundred thousand. Never throws, whatever the text holds. */
export function explainLog(text: string, open: OpenCatalogue): Explanation {
  const explainer = new LogExplainer(open);
  explainer.push(text);
  return explainer.finish();
}
