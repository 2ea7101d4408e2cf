/** Modules by their names, one of which is the root, and the cfg file. */
export interface Model {
  readonly root: string;
  readonly texts: { readonly [name: string]: string };
  readonly cfg: string;
}
