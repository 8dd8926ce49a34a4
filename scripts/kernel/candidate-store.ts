/**
 * Every definition found in a tree, in columns: two to five million of them would not fit as objects.
 * A row is one definition; names, tags and signatures are kept once and referred to by number.
 */
import { CANDIDATE_FORMS, type CandidateForm } from '../../src/kernel/inventory.ts';
import { ENTITY_KINDS, type EntityKind } from '../../src/model/entity.ts';
import { InternedTexts } from './interned-texts.ts';

export const FLAG_OFF = 1;
export const FLAG_DECLARATION = 2;
export const FLAG_DOCUMENTED = 4;
export const FLAG_MADE_BY_MACRO = 8;

const KIND_NUMBERS: ReadonlyMap<EntityKind, number> = new Map(ENTITY_KINDS.map((kind, index) => [kind, index]));
const FORM_NUMBERS: ReadonlyMap<CandidateForm, number> = new Map(CANDIDATE_FORMS.map((form, index) => [form, index]));

export interface CandidateRow {
  readonly name: string;
  readonly kind: EntityKind;
  readonly form: CandidateForm;
  readonly fileIndex: number;
  readonly line: number;
  readonly flags: number;
  readonly signature?: string | undefined;
  readonly within?: string | undefined;
}

export class CandidateStore {
  readonly names = new InternedTexts();
  length = 0;
  /** Signatures and tags; the first one is empty and stands for none. */
  private readonly texts = new InternedTexts();
  private nameColumn = new Uint32Array(1 << 20);
  private fileColumn = new Uint32Array(1 << 20);
  private lineColumn = new Uint32Array(1 << 20);
  private shapeColumn = new Uint32Array(1 << 20);
  private signatureColumn = new Uint32Array(1 << 20);
  private withinColumn = new Uint32Array(1 << 20);

  constructor() {
    this.texts.add('');
  }

  add(row: CandidateRow): void {
    if (this.length === this.nameColumn.length) this.grow();
    const at = this.length++;
    this.nameColumn[at] = this.names.add(row.name);
    this.fileColumn[at] = row.fileIndex;
    this.lineColumn[at] = row.line;
    const kind = KIND_NUMBERS.get(row.kind) ?? 0;
    const form = FORM_NUMBERS.get(row.form) ?? 0;
    this.shapeColumn[at] = kind | (form << 8) | (row.flags << 16);
    this.signatureColumn[at] = row.signature === undefined ? 0 : this.texts.add(row.signature);
    this.withinColumn[at] = row.within === undefined ? 0 : this.texts.add(row.within);
  }

  hasName(name: string): boolean {
    return this.names.has(name);
  }

  nameAt(row: number): number {
    return this.nameColumn[row] ?? 0;
  }

  fileAt(row: number): number {
    return this.fileColumn[row] ?? 0;
  }

  lineOf(row: number): number {
    return this.lineColumn[row] ?? 0;
  }

  kindAt(row: number): EntityKind {
    return ENTITY_KINDS[(this.shapeColumn[row] ?? 0) & 0xff] ?? 'function';
  }

  formAt(row: number): CandidateForm {
    return CANDIDATE_FORMS[((this.shapeColumn[row] ?? 0) >> 8) & 0xff] ?? 'plain';
  }

  flagsAt(row: number): number {
    return (this.shapeColumn[row] ?? 0) >>> 16;
  }

  signatureAt(row: number): string | undefined {
    const index = this.signatureColumn[row] ?? 0;
    return index === 0 ? undefined : this.texts.text(index);
  }

  withinAt(row: number): string | undefined {
    const index = this.withinColumn[row] ?? 0;
    return index === 0 ? undefined : this.texts.text(index);
  }

  /** Rows grouped by name: `rows.subarray(starts[n], starts[n + 1])` are those of name `n`, in order of addition. */
  groupByName(): { readonly starts: Uint32Array; readonly rows: Uint32Array } {
    const starts = new Uint32Array(this.names.size + 1);
    for (let row = 0; row < this.length; row++) starts[this.nameAt(row) + 1] = (starts[this.nameAt(row) + 1] ?? 0) + 1;
    for (let index = 0; index < this.names.size; index++) {
      starts[index + 1] = (starts[index + 1] ?? 0) + (starts[index] ?? 0);
    }
    const next = starts.slice();
    const rows = new Uint32Array(this.length);
    for (let row = 0; row < this.length; row++) {
      const name = this.nameAt(row);
      const at = next[name] ?? 0;
      rows[at] = row;
      next[name] = at + 1;
    }
    return { starts, rows };
  }

  private grow(): void {
    const double = (column: Uint32Array): Uint32Array<ArrayBuffer> => {
      const next = new Uint32Array(column.length * 2);
      next.set(column);
      return next;
    };
    this.nameColumn = double(this.nameColumn);
    this.fileColumn = double(this.fileColumn);
    this.lineColumn = double(this.lineColumn);
    this.shapeColumn = double(this.shapeColumn);
    this.signatureColumn = double(this.signatureColumn);
    this.withinColumn = double(this.withinColumn);
  }
}
