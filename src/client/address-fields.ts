/** Fields of a list whose choices stand in the address, so that a filtered list can be kept, sent and come back to. */
export type Field = HTMLInputElement | HTMLSelectElement;

/** Name of a field in the address: what it filters by, `q` for words. */
export function fieldKey(field: Field): string {
  return field.getAttribute('data-by') ?? 'q';
}

/** `query` with the parameters `values` set, those that are blank taken out; other parameters stay. Without its `?`, empty when nothing is left. */
export function withFields(query: string, values: Readonly<Record<string, string>>): string {
  const parameters = new URLSearchParams(query);
  for (const [key, value] of Object.entries(values)) {
    if (value.trim() === '') parameters.delete(key);
    else parameters.set(key, value.trim());
  }
  return parameters.toString();
}

/** Fills fields from the address, where it names them. A choice that a select does not offer is passed over. */
export function readFields(fields: readonly Field[]): void {
  const parameters = new URLSearchParams(location.search);
  for (const field of fields) {
    const value = parameters.get(fieldKey(field));
    if (value === null) continue;
    if (field instanceof HTMLInputElement || [...field.options].some((option) => option.value === value))
      field.value = value;
  }
}

/** Writes fields into the address of the page, without a new entry in the history. */
export function writeFields(fields: readonly Field[]): void {
  const query = withFields(location.search, Object.fromEntries(fields.map((field) => [fieldKey(field), field.value])));
  history.replaceState(history.state, '', `${location.pathname}${query === '' ? '' : `?${query}`}${location.hash}`);
}
