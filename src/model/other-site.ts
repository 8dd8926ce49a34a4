/** Another build of kernel-notes whose results are shown among those of this one. */
export interface OtherSite {
  /** What its results are marked with. */
  readonly name: string;
  /** Address of its home page, with a slash at the end. */
  readonly url: string;
}
