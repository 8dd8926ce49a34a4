/** Keeps a choice for the next pages under `kn-<key>`; `null` forgets it. Does nothing where storage is forbidden. */
export function keep(key: string, choice: string | null): void {
  try {
    if (choice === null) localStorage.removeItem(`kn-${key}`);
    else localStorage.setItem(`kn-${key}`, choice);
  } catch {
    return;
  }
}
