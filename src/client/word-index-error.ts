/** Why words cannot be searched for, in a sentence for the reader. */
export class WordIndexError extends Error {}
