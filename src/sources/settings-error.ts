/** A setting that cannot be followed; the edge that meets it shows both texts and stops. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  /** What to do about it. */
  readonly hint: string;

  constructor(message: string, hint: string, cause?: unknown) {
    super(message, { cause });
    this.hint = hint;
  }
}
