/** Where the search leaves a pasted log for the page that explains logs. */
export const HANDED_LOG_KEY = 'kn-log';

/** Puts a log that was handed over into the field of the page and has it explained; does nothing when there is none. */
export async function takeHandedLog(): Promise<void> {
  const text = sessionStorage.getItem(HANDED_LOG_KEY);
  const field = document.querySelector<HTMLTextAreaElement>('kn-log-lookup textarea');
  if (text === null || field === null) return;
  sessionStorage.removeItem(HANDED_LOG_KEY);
  await customElements.whenDefined('kn-log-lookup');
  field.value = text;
  field.form?.requestSubmit();
}
