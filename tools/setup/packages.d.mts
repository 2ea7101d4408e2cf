/** What a package.json says that somebody looks at here. */
export interface PublishedManifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly description: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

export interface PublishedPackage {
  /** Relative to the root. */
  readonly folder: string;
  readonly manifest: PublishedManifest;
}

export declare function packageFolders(root: string): string[];
export declare function publishedPackages(root: string): PublishedPackage[];
