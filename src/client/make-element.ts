/** Attributes of an element; those that are `undefined` or `false` are left out, `true` gives an empty one. */
export type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** An element with attributes and children; strings become text. */
export function makeElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}
